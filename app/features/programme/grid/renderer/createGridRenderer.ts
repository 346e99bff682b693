import { conflictSentence } from '#shared/i18n/conflictSentence'
import { conflictParams } from '#shared/programme/conflicts/conflictParams'
import { createFrameLoop } from '~/canvas/render/frameLoop'
import { talkFilter } from '~/timetable/filter'
import type { Placement, SlotRef, TimetableState } from '~/timetable/types'
import type { Block } from '~/timetable/view/dayLayout'
import { type Box, boxOf } from '~/timetable/view/geometry'
import type { ProgrammeSession } from '../../session/programmeSession'
import type { GridWords } from '../gridWords'
import { blockLabel } from './blockLabel'
import { BlockView, blockId } from './blockView'
import { createConflictTip } from './conflictTip'
import { createOverlay } from './overlay'
import { createPool } from './pool'
import { createScroller } from './scroller'

export interface GridElements {
  /** What scrolls, with headings and axis that stay. */
  scroller: HTMLElement
  /** As large as the day; x and y count from its corner. */
  body: HTMLElement
  heads: HTMLElement
  axis: HTMLElement
  blocks: HTMLElement
  overlay: HTMLElement
  /** Where sentences about conflicts come up. */
  tip: HTMLElement
}

/** Beyond the edges of the window, so that what scrolls in is there already. */
const SPARE_PX = 420
/** Scrolled less than this, what is spare is enough. */
const STEP_PX = 180

export interface GridRenderer {
  /** Zooms about a point of the window. */
  zoomAt(factor: number, clientY: number): void
  /** Pixels of the day at a point of the window. */
  toDay(point: { clientX: number; clientY: number }): { x: number; y: number }
  /** The window may have moved. */
  measure(): void
  destroy(): void
}

/** Draws blocks and what lies over them, as far as they are in view: once an animation frame, outside of React. */
export function createGridRenderer(elements: GridElements, session: ProgrammeSession, words: GridWords): GridRenderer {
  const { body, blocks, overlay } = elements
  const { timetable, store, conflicts, people, context } = session
  const pool = createPool(blocks, () => new BlockView())
  const over = createOverlay(overlay, timetable, people, words)
  const scroller = createScroller(elements, timetable)
  const tip = createConflictTip(elements, session, words)
  /** Blocks whose words must be written again although they look the same. */
  const stale = new Set<SlotRef>()
  const loop = createFrameLoop(draw)
  let matches = filterNow()
  let drawnAt = { left: 0, top: 0 }

  function filterNow() {
    return talkFilter(timetable.state.filter, {
      plan: store.plan,
      nameOf: (id) => context.current.people.get(id)?.name,
    })
  }

  const sentence = (conflict: Parameters<typeof conflictParams>[0]) =>
    conflictSentence(words.t, conflict, conflictParams(conflict, store.plan, context.current, words.language))

  function show(state: TimetableState, ref: SlotRef, placement: Placement, box: Box, isPlaced: boolean) {
    const held = timetable.held(ref)
    if (!held) return
    const { talk } = held
    const sector = talk.sectorId === null ? undefined : store.get('sectors', talk.sectorId)
    const view = pool.take(ref)
    if (stale.delete(ref)) view.refresh()
    view.show({
      ref,
      talk,
      placement,
      box,
      sector,
      severity: conflicts.worstOf(ref),
      selected: state.selection.has(ref),
      focused: state.focus === ref,
      dimmed: !matches(talk),
      dragged: isPlaced,
      leaving: state.preview?.placed.get(ref) === null,
      words,
      label: () =>
        blockLabel(words, {
          talk,
          placement,
          sectorName: sector ? words.text(sector.name) : null,
          conflicts: conflicts.conflictsOf(ref),
          sentence,
        }),
    })
  }

  function draw(): boolean {
    const { state } = timetable
    const layout = timetable.layout()
    const view = scroller.view(SPARE_PX)
    drawnAt = scroller.at
    const isSeen = ({ left, top, width, height }: Box) =>
      left < view.right && left + width > view.left && top < view.bottom && top + height > view.top
    pool.begin()
    const placed = state.preview?.placed
    const first = Math.max(0, Math.floor(view.left / state.columnWidth))
    const last = Math.min(layout.stages.length - 1, Math.floor(view.right / state.columnWidth))
    const showBlock = (block: Block) => {
      if (!placed?.get(block.ref)) show(state, block.ref, block, boxOf(layout, state, block), false)
    }
    for (let column = first; column <= last; column++) {
      const stage = layout.stages[column]
      for (const block of (stage && layout.byStage.get(stage.id)) ?? []) {
        if (isSeen(boxOf(layout, state, block))) showBlock(block)
      }
    }
    // The keyboard's block stays, or the screen reader would lose it.
    const focused = state.focus === null ? undefined : layout.blocks.get(state.focus)
    if (focused) showBlock(focused)
    for (const [ref, placement] of placed ?? []) {
      if (!placement || !layout.columns.has(placement.stageId)) continue
      if (placement.end <= layout.from || placement.start >= layout.until) continue
      const box = boxOf(layout, state, placement)
      if (isSeen(box) || ref === state.focus) show(state, ref, placement, box, true)
    }
    pool.end()
    over.draw(isSeen)
    tip.draw(scroller.view(0))
    const active = focused && state.focus !== null ? blockId(state.focus) : null
    if (active) body.setAttribute('aria-activedescendant', active)
    else body.removeAttribute('aria-activedescendant')
    return false
  }

  const stops = [
    timetable.subscribe((state, before) => {
      if (state.filter !== before.filter) matches = filterNow()
      scroller.follow(state, before)
      loop.wake()
    }),
    store.subscribe((touched) => {
      if (touched.some(({ kind }) => kind === 'stages' || kind === 'halls' || kind === 'sectors')) matches = filterNow()
      scroller.resize()
      loop.wake()
    }),
    conflicts.subscribe((concerned) => {
      for (const ref of concerned) stale.add(ref)
      loop.wake()
    }),
    people.subscribe(loop.wake),
    scroller.onScroll(() => {
      const { left, top } = scroller.at
      if (Math.abs(left - drawnAt.left) > STEP_PX || Math.abs(top - drawnAt.top) > STEP_PX) loop.wake()
    }),
    tip.onChange(loop.wake),
  ]
  scroller.resize()
  loop.wake()

  return {
    zoomAt: scroller.zoomAt,
    toDay: scroller.toDay,
    measure: scroller.measure,
    destroy() {
      for (const stop of stops) stop()
      tip.destroy()
      scroller.destroy()
      loop.stop()
      blocks.replaceChildren()
      overlay.replaceChildren()
    },
  }
}
