import type { StageId } from '#shared/kernel/ids'
import { RASTER } from '#shared/programme/time'
import type { TimetableContext } from '../context'
import { placeSlots } from '../edits'
import { keyMoving } from '../gestures/keyMoving'
import { withEdge } from '../gestures/resizing'
import type { Placement } from '../types'
import { onDay } from '../view/days'
import { hasFocus, hasSelection, takeFocused } from './select'
import type { Command, CommandId, Shortcut } from './types'

export const pickUp: Command = {
  id: 'pickUp',
  group: 'move',
  shortcuts: [{ key: 'Enter' }],
  everywhere: false,
  edits: true,
  isEnabled: hasFocus,
  perform(context) {
    takeFocused(context)
    const held = context.state.focus === null ? null : context.held(context.state.focus)
    const gesture = held && keyMoving(context, held)
    if (gesture) context.begin(gesture)
    else context.announce('nowhere')
  },
}

type Move = (placement: Placement, context: TimetableContext) => Placement

/** Everything selected at once; when one of them cannot go there, none goes. */
const moveCommand = (id: CommandId, shortcut: Shortcut, move: Move): Command => ({
  id,
  group: 'move',
  shortcuts: [shortcut],
  everywhere: false,
  edits: true,
  isEnabled: (context) => hasSelection(context) || hasFocus(context),
  perform(context) {
    takeFocused(context)
    const held = context.heldSelection()
    const placed = new Map(
      held.flatMap(({ ref, placement }) => (placement ? [[ref, move(placement, context)] as const] : [])),
    )
    const [first] = placed
    if (!first || !context.run(placeSlots(context.store.plan, placed))) return
    const [ref, placement] = first
    context.reveal(ref)
    context.announce('at', { ref, placement, count: placed.size })
  },
})

const later =
  (minutes: number): Move =>
  (placement) => ({ ...placement, start: placement.start + minutes, end: placement.end + minutes })

const edge =
  (which: 'start' | 'end', minutes: number): Move =>
  (placement) =>
    withEdge(placement, which, placement[which] + minutes)

const stage =
  (by: number): Move =>
  (placement, context) => {
    const { stages, columns } = context.layout()
    const all = context.heldSelection().flatMap(({ placement: one }) => (one ? [columns.get(one.stageId) ?? 0] : []))
    const fits = all.every((column) => stages[column + by] !== undefined)
    const next = fits ? stages[(columns.get(placement.stageId) ?? 0) + by] : undefined
    return { ...placement, stageId: (next?.id ?? placement.stageId) as StageId }
  }

const day =
  (by: number): Move =>
  (placement, context) => {
    const { days, day: shown } = context.state
    const next = days[days.findIndex((one) => one.day === shown) + by]
    if (!next) return placement
    const start = onDay(placement.start, next.day, context.timeZone)
    return { ...placement, start, end: start + placement.end - placement.start }
  }

export const moveCommands: readonly Command[] = [
  moveCommand('moveEarlier', { key: 'ArrowUp', mod: true }, later(-RASTER)),
  moveCommand('moveLater', { key: 'ArrowDown', mod: true }, later(RASTER)),
  moveCommand('movePreviousStage', { key: 'ArrowLeft', mod: true }, stage(-1)),
  moveCommand('moveNextStage', { key: 'ArrowRight', mod: true }, stage(1)),
  moveCommand('movePreviousDay', { key: 'PageUp', mod: true, shift: true }, day(-1)),
  moveCommand('moveNextDay', { key: 'PageDown', mod: true, shift: true }, day(1)),
  moveCommand('endEarlier', { key: 'ArrowUp', shift: true }, edge('end', -RASTER)),
  moveCommand('endLater', { key: 'ArrowDown', shift: true }, edge('end', RASTER)),
  moveCommand('startEarlier', { key: 'ArrowUp', mod: true, shift: true }, edge('start', -RASTER)),
  moveCommand('startLater', { key: 'ArrowDown', mod: true, shift: true }, edge('start', RASTER)),
]
