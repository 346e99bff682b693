import { CURSOR_COLOURS } from '~/canvas/render/cursorColours'
import type { People, WindowHere } from '~/realtime/people'
import { FRESH_GHOST } from '~/timetable/ghosts'
import type { Marquee, Placement, SlotRef, Timetable } from '~/timetable/types'
import { type Box, boxOf } from '~/timetable/view/geometry'
import type { GridWords } from '../gridWords'
import { createPool } from './pool'

interface OverlayView {
  readonly element: HTMLElement
  readonly label: HTMLElement
}

const make = (): OverlayView => {
  const element = document.createElement('div')
  const label = document.createElement('span')
  element.append(label)
  return { element, label }
}

type Look = { kind: string; text?: string; colour?: number; tail?: boolean }

/** A person's colour as the style sheet takes it. */
function colourStyle(element: HTMLElement, colour: number): void {
  const at = colour % CURSOR_COLOURS.light.length
  element.style.setProperty('--person-light', CURSOR_COLOURS.light[at] ?? '')
  element.style.setProperty('--person-dark', CURSOR_COLOURS.dark[at] ?? '')
}

/** What lies over the blocks: where dragged ones came from, what is drawn, the marquee, and the others. */
export function createOverlay(parent: HTMLElement, timetable: Timetable, people: People, words: GridWords) {
  const pool = createPool(parent, make)
  let seen: (box: Box) => boolean = () => true

  const put = (key: string, box: Box, { kind, text = '', colour }: Look) => {
    if (!seen(box)) return
    const { element, label } = pool.take(key)
    element.className = `tt-over tt-over--${kind}`
    element.style.transform = `translate(${box.left}px, ${box.top}px)`
    element.style.width = `${box.width}px`
    element.style.height = `${box.height}px`
    if (colour !== undefined) colourStyle(element, colour)
    if (label.textContent !== text) label.textContent = text
  }
  const boxed = (placement: Placement, lanes?: { lane: number; lanes: number }): Box | null => {
    const layout = timetable.layout()
    if (!layout.columns.has(placement.stageId)) return null
    if (placement.end <= layout.from || placement.start >= layout.until) return null
    return boxOf(layout, timetable.state, { ...placement, ...lanes })
  }

  const drawOwn = () => {
    const { preview, marquee } = timetable.state
    const { blocks } = timetable.layout()
    for (const ref of preview?.placed.keys() ?? []) {
      const block = blocks.get(ref)
      const box = block && boxed(block, block)
      if (box) put(`origin ${ref}`, box, { kind: 'origin' })
    }
    const fresh = preview?.fresh
    const box = fresh && boxed(fresh)
    if (fresh && box) {
      const text = `${words.time(fresh.start)}–${words.time(fresh.end)}`
      put('fresh', box, { kind: 'fresh', text })
    }
    if (marquee) put('marquee', boxOfMarquee(marquee), { kind: 'marquee' })
  }

  const drawOther = ({ clientId, name, colour, presence }: WindowHere) => {
    const programme = presence?.programme
    if (!programme) return
    const { blocks } = timetable.layout()
    for (const ref of programme.selection) {
      const block = programme.ghost?.[ref] ? undefined : blocks.get(ref)
      const box = block && boxed(block, block)
      if (box) put(`selected ${clientId} ${ref}`, box, { kind: 'selected', text: name, colour })
    }
    for (const [ref, [stageId, start, minutes]] of Object.entries(programme.ghost ?? {})) {
      const box = boxed({ stageId: stageId as Placement['stageId'], start, end: start + minutes })
      if (box) put(`ghost ${clientId} ${ref}`, box, { kind: 'ghost', text: ghostText(ref, name), colour })
    }
    const { cursor } = programme
    if (!cursor || programme.ghost) return
    const layout = timetable.layout()
    const column = layout.columns.get(cursor.stageId as Placement['stageId'])
    if (column === undefined || cursor.minute < layout.from || cursor.minute > layout.until) return
    const { columnWidth, zoom } = timetable.state
    const point = { left: (column + 0.5) * columnWidth, top: (cursor.minute - layout.from) * zoom, width: 0, height: 0 }
    put(`cursor ${clientId}`, point, { kind: 'cursor', text: name, colour })
  }

  const ghostText = (ref: SlotRef, name: string) => {
    const held = ref === FRESH_GHOST ? null : timetable.held(ref)
    return held ? `${name}: ${words.title(held.talk)}` : name
  }

  return {
    /** `isSeen`: whether a box is in view, or nearly. */
    draw(isSeen: (box: Box) => boolean) {
      seen = isSeen
      pool.begin()
      drawOwn()
      for (const other of people.others) drawOther(other)
      pool.end()
    },
  }
}

const boxOfMarquee = ({ left, top, right, bottom }: Marquee): Box => ({
  left,
  top,
  width: right - left,
  height: bottom - top,
})
