import type { Plan } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { dayOf, type GridDay, gridDays, slotsOfDay, ticksOf } from '#shared/programme/gridDays'
import type { TalkChange, TalkChangeKind } from '#shared/programme/queries/programmeDiff'
import type { ReleasedProgramme } from '#shared/programme/release'
import { slotsOf, type TalkSlot } from '#shared/programme/slots'
import type { Format } from '~/lib/format'
import type { ChangedDay, TimetableMark, TimetableSign } from './types'

/** Rows of one picture; the list says the rest. */
const MOST_STAGES = 24
const HOUR = 60

export interface ChangedDaysInput {
  before: Pick<ReleasedProgramme, 'slots'>
  after: Pick<ReleasedProgramme, 'slots'>
  plans: { before: Plan; after: Plan }
  changes: readonly TalkChange[]
  timeZone: string
  format: Format
}

interface Placed {
  slot: TalkSlot
  mark: Omit<TimetableMark, 'row' | 'from' | 'until' | 'old'>
  /** Where it was, on the same day. */
  old: TalkSlot | null
}

/** The days on which something changes, each stage a row: what stays, what is new, other, cancelled or gone, and where it came from. */
export function changedDays({ before, after, plans, changes, timeZone, format }: ChangedDaysInput): ChangedDay[] {
  const days = gridDays([], [...before.slots, ...after.slots], timeZone)
  const placed = changes.flatMap((change) => marksOf(change, days, format))
  const marked = new Set(placed.map(({ slot }) => nameOfSlot(slot)))
  const same = after.slots.filter((slot) => !marked.has(nameOfSlot(slot)))
  return days.flatMap((day) => {
    const marks = placed.filter(({ slot }) => dayOf(days, slot.start) === day)
    if (marks.length === 0) return []
    const stageIds = stagesOf(marks, plans)
    const rows = new Map(stageIds.slice(0, MOST_STAGES).map((id, row) => [id, row]))
    const nameOf = (id: StageId) => plans.after.stages.get(id)?.name ?? plans.before.stages.get(id)?.name
    const boxOf = (slot: TalkSlot) => {
      const row = rows.get(slot.stageId)
      return row === undefined ? null : { row, from: slot.start - day.start, until: slot.end - day.start }
    }
    return [
      {
        day: day.day,
        minutes: day.end - day.start,
        ticks: ticksOf(day, timeZone, HOUR).map(({ minute, label }) => ({ at: minute - day.start, label })),
        stages: [...rows.keys()].map((id) => {
          const name = nameOf(id)
          return { id, name: name ? format.text(name) : '?' }
        }),
        moreStages: Math.max(0, stageIds.length - MOST_STAGES),
        same: slotsOfDay(day, same).flatMap((slot) => boxOf(slot) ?? []),
        marks: marks.flatMap(({ slot, mark, old }) => {
          const box = boxOf(slot)
          return box ? [{ ...mark, ...box, old: old && boxOf(old) }] : []
        }),
      },
    ]
  })
}

/** Stages with changes, in the order of their names. */
function stagesOf(marks: readonly Placed[], plans: { before: Plan; after: Plan }): StageId[] {
  const ids = new Set(marks.flatMap(({ slot, old }) => [slot.stageId, ...(old ? [old.stageId] : [])]))
  const nameOf = (id: StageId) => (plans.after.stages.get(id) ?? plans.before.stages.get(id))?.name.nl ?? id
  return [...ids].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'nl', { numeric: true }) || (a < b ? -1 : 1))
}

function marksOf(change: TalkChange, days: readonly GridDay[], format: Format): Placed[] {
  const { id, before, after, changes, slots } = change
  const talk = after ?? before
  if (!talk) return []
  const title = format.text(talk.title)
  const sign = signOf(changes)
  const placed = (slot: TalkSlot, as: TimetableSign, old: TalkSlot | null = null): Placed => ({
    slot,
    mark: { key: `${id} ${slot.key} ${as}`, title, sign: as },
    old,
  })
  const differing = slots.flatMap(({ before: was, after: is }) => {
    if (!is) return was ? [placed(was, 'gone')] : []
    const isSameDay = was !== null && dayOf(days, was.start) === dayOf(days, is.start)
    return [placed(is, sign, isSameDay ? was : null), ...(was && !isSameDay ? [placed(was, 'left')] : [])]
  })
  if (!after || !changes.some((kind) => WHOLE.includes(kind))) return differing
  const keys = new Set(slots.map(({ key }) => key))
  const others = slotsOf(after).filter(({ key }) => !keys.has(key))
  return [...others.map((slot) => placed(slot, sign)), ...differing]
}

/** Changes of the talk itself: all its times are marked. */
const WHOLE: readonly TalkChangeKind[] = ['cancelled', 'restored', 'changed']
const nameOfSlot = ({ talkId, key, start, stageId }: TalkSlot): string => `${talkId} ${key} ${start} ${stageId}`

const signOf = (changes: readonly TalkChangeKind[]): TimetableSign => {
  if (changes.includes('new') || changes.includes('restored')) return 'added'
  return changes.includes('cancelled') ? 'cancelled' : 'changed'
}
