import type { Plan, Talk } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { slotsOf, type TalkSlot } from '#shared/programme/slots'
import type { TimetableDay } from '~/timetable/view/days'

/** A talk on the sheet, or time between two of them. */
export type SheetRow =
  | {
      readonly kind: 'talk'
      readonly talk: Talk
      readonly slot: TalkSlot /** It began on a day before. */
      readonly goesOn: boolean
    }
  | { readonly kind: 'free'; readonly start: number; readonly end: number }

/** Shorter breaks between two talks are not worth a line, minutes. */
const SHORTEST_FREE = 30

/** What is on a stage on a day, in order, with the time between; cancelled talks stay, so that nobody waits for them. */
export function sheetRows(plan: Plan, stageId: StageId, day: TimetableDay): SheetRow[] {
  const entries = [...plan.talks.values()].flatMap((talk) =>
    talk.removed
      ? []
      : slotsOf(talk)
          .filter((slot) => slot.stageId === stageId && slot.start < day.until && slot.end > day.from)
          .map((slot) => ({ talk, slot })),
  )
  entries.sort((a, b) => a.slot.start - b.slot.start || a.slot.end - b.slot.end || (a.talk.id < b.talk.id ? -1 : 1))
  const rows: SheetRow[] = []
  let end: number | null = null
  for (const { talk, slot } of entries) {
    if (end !== null && slot.start - end >= SHORTEST_FREE) rows.push({ kind: 'free', start: end, end: slot.start })
    rows.push({ kind: 'talk', talk, slot, goesOn: slot.start < day.from })
    // Nobody is there during what was cancelled, but its line tells so already.
    end = Math.max(end ?? slot.end, slot.end)
  }
  return rows
}
