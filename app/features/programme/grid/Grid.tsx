import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { useProgramme, useTimetable } from '../useProgramme'
import { GridEmpty } from './GridEmpty'
import { attachTimetablePointer } from './input/attachTimetablePointer'
import { NowLine } from './NowLine'
import { createGridRenderer } from './renderer/createGridRenderer'
import { Shades } from './Shades'
import { StageHeads } from './StageHeads'
import { TimeAxis } from './TimeAxis'
import { useGridWords } from './useGridWords'

/** One day: stages beside each other, time downwards. Blocks are drawn outside of React, everything that stays is here. */
export function Grid({ root }: { root: RefObject<HTMLElement> }) {
  const { t } = useTranslation('timetable')
  const format = useFormat()
  const session = useProgramme()
  const words = useGridWords()
  const day = useTimetable((state) => state.day)
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const blocks = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const tip = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const { timetable } = session
    const outer = scroller.current
    if (!outer || !root.current || !body.current || !blocks.current || !overlay.current || !tip.current) return
    const heads = outer.querySelector<HTMLElement>('.tt-heads')
    const axis = outer.querySelector<HTMLElement>('.tt-axis')
    if (!heads || !axis) return
    const measure = () =>
      timetable.setSize(outer.clientWidth - axis.offsetWidth, outer.clientHeight - heads.offsetHeight)
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(outer)
    const renderer = createGridRenderer(
      {
        scroller: outer,
        body: body.current,
        heads,
        axis,
        blocks: blocks.current,
        overlay: overlay.current,
        tip: tip.current,
      },
      session,
      words,
    )
    const cardText = (count: number) => {
      const held = timetable.state.focus === null ? null : timetable.held(timetable.state.focus)
      return count > 1 || !held ? words.t('timetable:status.selected', { count }) : words.title(held.talk)
    }
    const detach = attachTimetablePointer(
      { root: root.current, scroller: outer, body: body.current, renderer, cardText },
      timetable,
    )
    return () => {
      detach()
      sizes.disconnect()
      renderer.destroy()
    }
  }, [session, words, root])

  return (
    <div ref={scroller} className="tt-scroller">
      <div className="tt-corner" />
      <StageHeads />
      <TimeAxis />
      <div
        ref={body}
        id="timetable-grid"
        className="tt-body"
        data-zone="grid"
        data-keys="talks"
        data-holds="grid"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('grid.label', { day: format.day(day) })}
        aria-describedby="timetable-help"
        tabIndex={0}
        onBlur={(event) => {
          delete event.currentTarget.dataset.focusedBy
          if (session.timetable.state.gesture === 'keyMoving') session.timetable.dispatch({ type: 'blur' })
        }}
      >
        <Shades />
        <div ref={blocks} className="tt-blocks" role="presentation" />
        <div ref={overlay} className="tt-overlay" aria-hidden="true" />
        <NowLine />
        <div ref={tip} className="tt-tip float" aria-hidden="true" hidden />
      </div>
      <GridEmpty />
    </div>
  )
}
