import type { Plan, Talk } from '#shared/document/records'
import { foldForSearch } from '#shared/exhibitors/search'
import type { PersonId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { compareNumbers } from '#shared/plan/queries/boothNumbers'
import type { ConflictSeverity } from '#shared/programme/conflicts/types'
import { type TalkFilter as FieldFilter, talkMatches } from '#shared/programme/queries/filterSlots'
import { type SlotRef, slotRef, type TalkSlot } from '#shared/programme/slots'
import { standingSlots } from '#shared/programme/standing'
import type { TalkFilter } from '~/timetable/types'

export const TALK_COLUMNS = [
  'title',
  'conflicts',
  'state',
  'stage',
  'day',
  'start',
  'minutes',
  'speakers',
  'kind',
  'sector',
] as const
export type TalkColumn = (typeof TALK_COLUMNS)[number]

export interface TalkSorting {
  column: TalkColumn
  descending: boolean
}

/** One time of a talk, or a talk without any, as the list shows, sorts and finds it. */
export interface TalkRow {
  ref: SlotRef
  talk: Talk
  slot: TalkSlot | null
  title: string
  stage: string
  /** The programme's day, `2027-03-12`; empty without a time. */
  day: string
  speakers: string
  sector: string
  conflicts: number
  worst: ConflictSeverity | null
}

export interface TalkRowSources {
  text: (text: LocalText) => string
  nameOf: (personId: PersonId) => string
  dayOf: (minute: number) => string
  conflictsOf: (ref: SlotRef) => readonly { severity: ConflictSeverity }[]
}

/** Every talk that was not removed, a row a time. */
export function talkRows(plan: Plan, { text, nameOf, dayOf, conflictsOf }: TalkRowSources): TalkRow[] {
  const rows: TalkRow[] = []
  for (const talk of plan.talks.values()) {
    if (talk.removed) continue
    const slots = standingSlots(plan, talk)
    const title = text(talk.title)
    const speakers = talk.speakerIds.map(nameOf).join(', ')
    const sector = talk.sectorId === null ? undefined : plan.sectors.get(talk.sectorId)
    for (const slot of slots.length > 0 ? slots : [null]) {
      const ref = slot ? slotRef(talk.id, slot.key) : talk.id
      const stage = slot && plan.stages.get(slot.stageId)
      const found = conflictsOf(ref)
      rows.push({
        ...{ ref, talk, slot, title, speakers, sector: sector ? text(sector.name) : '' },
        stage: stage ? text(stage.name) : '',
        day: slot ? dayOf(slot.start) : '',
        conflicts: found.length,
        worst: found.some(({ severity }) => severity === 'error') ? 'error' : (found[0]?.severity ?? null),
      })
    }
  }
  return rows
}

/** What is not there yet comes last, whichever way one sorts. */
const LAST = Number.POSITIVE_INFINITY

function sortValue(row: TalkRow, column: TalkColumn): string | number {
  switch (column) {
    case 'title':
      return row.title
    case 'state':
    case 'kind':
      return row.talk[column]
    case 'stage':
      return row.slot ? row.stage : LAST
    case 'day':
    case 'start':
      return row.slot?.start ?? LAST
    case 'minutes':
      return row.slot ? row.slot.end - row.slot.start : LAST
    case 'speakers':
      return row.speakers === '' ? LAST : row.speakers
    case 'sector':
      return row.sector === '' ? LAST : row.sector
    case 'conflicts':
      return -row.conflicts
  }
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b
  if (typeof a === 'string' && typeof b === 'string') return compareNumbers(a, b)
  return typeof a === 'number' ? 1 : -1
}

export interface ListFilter extends TalkFilter {
  /** Day and stage are asked for in the list only. */
  day: string | null
  stageId: string | null
}

function matches(row: TalkRow, { text, day, stageId, sectorId, ...rest }: ListFilter): boolean {
  const fields: FieldFilter = { ...rest, sectorId: sectorId === 'none' ? null : sectorId }
  if (!talkMatches(row.talk, fields) || (sectorId === 'none' && row.talk.sectorId !== null)) return false
  if (day !== null && row.day !== day) return false
  if (stageId !== null && row.slot?.stageId !== stageId) return false
  const words = foldForSearch(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const haystack = foldForSearch([...Object.values(row.talk.title), row.speakers, row.stage, row.sector].join('\n'))
  return words.every((word) => haystack.includes(word))
}

export function shownTalkRows(rows: readonly TalkRow[], filter: ListFilter, sorting: TalkSorting): TalkRow[] {
  const direction = sorting.descending ? -1 : 1
  return rows
    .filter((row) => matches(row, filter))
    .sort((a, b) => {
      const [left, right] = [sortValue(a, sorting.column), sortValue(b, sorting.column)]
      const order = compare(left, right)
      const isLast = left === LAST || right === LAST
      return (
        order * (isLast ? 1 : direction) ||
        (a.slot?.start ?? LAST) - (b.slot?.start ?? LAST) ||
        compareNumbers(a.title, b.title) ||
        (a.ref < b.ref ? -1 : 1)
      )
    })
}
