import { toRaster } from '#shared/programme/time'
import type { Held, TimetableContext } from '../context'
import { placeSlots } from '../edits'
import type { Placement, SlotRef } from '../types'
import { onDay } from '../view/days'
import { blockAt, minuteAt, stageAt } from '../view/geometry'
import { type Gesture, type PointerInput, swaps } from './gesture'
import { carry, placedAt } from './placing'

/** So long over a day's tab, and that day is shown. */
const DWELL_MS = 500

/**
 * What is selected follows the pointer: over the grid in steps of five minutes, over the shelf to be taken off the grid,
 * over a day's tab to the same time of that day. It lands where it was seen, whoever else moved it.
 */
export function draggingTalks(context: TimetableContext, start: PointerInput, taken: Held): Gesture {
  const firstDay = context.state.day
  const carried = carry(context.layout(), taken, context.heldSelection())
  /** Minutes between the begin of the talk and the hand; from the shelf one takes it a little below its upper edge. */
  const grip = taken.placement ? minuteAt(context.layout(), context.state, start.y) - taken.placement.start : 10
  let placed: ReadonlyMap<SlotRef, Placement | null> = new Map()
  let swapWith: SlotRef | null = null
  let stopDwell: (() => void) | null = null
  let dwellsOn: string | null = null

  const dwell = (day: string | null) => {
    if (day === dwellsOn) return
    stopDwell?.()
    dwellsOn = day
    stopDwell = day === null ? null : context.timers.after(DWELL_MS, () => context.showDay(day))
  }

  const overGrid = (pointer: PointerInput): ReadonlyMap<SlotRef, Placement | null> | null => {
    const layout = context.layout()
    const other = swaps(pointer) && carried.length === 1 ? blockAt(layout, context.state, pointer) : null
    const target = other && other.ref !== taken.ref ? context.held(other.ref) : null
    swapWith = target?.placement ? target.ref : null
    if (target?.placement) return swapped(taken, target, target.placement)
    const stageId = stageAt(layout, context.state, pointer.x)
    if (stageId === null) return null
    return placedAt(layout, carried, stageId, toRaster(minuteAt(layout, context.state, pointer.y) - grip))
  }

  const overDay = (day: string): ReadonlyMap<SlotRef, Placement | null> =>
    new Map(
      carried.flatMap(({ ref }) => {
        const placement = context.held(ref)?.placement
        if (!placement) return []
        const begins = onDay(placement.start, day, context.timeZone)
        return [[ref, { ...placement, start: begins, end: begins + placement.end - placement.start }] as const]
      }),
    )

  const wish = (pointer: PointerInput): ReadonlyMap<SlotRef, Placement | null> | null => {
    swapWith = null
    switch (pointer.zone.at) {
      case 'grid':
        return overGrid(pointer)
      case 'shelf':
        return new Map(carried.map(({ ref }) => [ref, null]))
      case 'day':
        return overDay(pointer.zone.day)
      case 'elsewhere':
        return new Map()
    }
  }

  return {
    name: 'draggingTalks',
    enter() {},
    move(pointer) {
      dwell(pointer.zone.at === 'day' && pointer.zone.day !== context.state.day ? pointer.zone.day : null)
      const before = swapWith
      const next = wish(pointer) ?? new Map()
      if (samePlacements(placed, next) && swapWith === before && context.state.preview) return undefined
      placed = next
      context.preview({ placed, fresh: null, swapWith })
      return undefined
    },
    up() {
      dwell(null)
      const unscheduled = [...placed.values()].every((placement) => placement === null)
      const edit = placeSlots(context.store.plan, placed)
      context.preview(null)
      if (!context.run(edit)) {
        if (firstDay !== context.state.day && placed.size === 0) context.showDay(firstDay)
        return
      }
      const placement = placed.get(taken.ref) ?? null
      if (unscheduled) context.announce('unscheduled', { ref: taken.ref, count: carried.length })
      else context.announce(swapWith ? 'swapped' : 'dropped', { ref: taken.ref, placement, count: carried.length })
    },
    cancel() {
      dwell(null)
      context.preview(null)
      context.showDay(firstDay)
    },
  }
}

/** Each keeps its length and gets the other's stage and begin; what comes from the shelf sends the other there. */
function swapped(taken: Held, target: Held, place: Placement): ReadonlyMap<SlotRef, Placement | null> {
  const from = taken.placement
  const minutes = from ? from.end - from.start : place.end - place.start
  return new Map([
    [taken.ref, { ...place, end: place.start + minutes }],
    [target.ref, from && { ...from, end: from.start + place.end - place.start }],
  ])
}

function samePlacements(a: ReadonlyMap<SlotRef, Placement | null>, b: ReadonlyMap<SlotRef, Placement | null>): boolean {
  if (a.size !== b.size) return false
  for (const [ref, placement] of a) {
    const other = b.get(ref)
    if (other === undefined || (other === null) !== (placement === null)) return false
    if (placement && other && !samePlacement(placement, other)) return false
  }
  return true
}

const samePlacement = (a: Placement, b: Placement) => a.stageId === b.stageId && a.start === b.start && a.end === b.end
