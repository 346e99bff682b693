import type { StoredFields } from '#shared/document/patch'
import {
  PLACED_KINDS,
  type PlacedKind,
  type Plan,
  RECORD_KINDS,
  type RecordKey,
  type Talk,
} from '#shared/document/records'
import { isSlotKey } from '#shared/document/slotKey'
import { slotsOf } from '#shared/programme/slots'
import { type Moment, type RecordName, recordName } from './moment'
import { regionTest } from './region'
import type { RestoreScope } from './scope'

/** A record within a scope, and what it is to become: fields as stored, or null where it is to go. */
export interface Wanted extends RecordKey {
  fields: StoredFields | null
}

export interface Between {
  past: Moment
  now: Moment
  /** The day of the programme to which a minute belongs. */
  dayOf: (minute: number) => string
}

/** What lies in the scope, then or now, readable then and now. */
export function wantedRecords(between: Between, scope: RestoreScope): Wanted[] {
  switch (scope.kind) {
    case 'all':
      return everything(between)
    case 'region':
      return ofRegion(between, scope)
    case 'day':
      return ofDay(between, scope.day)
  }
}

/** Unreadable records in the scope: of such a record nobody knows where it lies, unless its other side can be read. */
export function unreadableRecords(between: Between, scope: RestoreScope): RecordKey[] {
  const { past, now } = between
  const keys = new Map<RecordName, RecordKey>()
  for (const kind of RECORD_KINDS) {
    for (const id of bothIds(past.stored[kind], now.stored[kind])) {
      const key = { kind, id }
      if (isUnreadable(between, key) && touches(between, key, scope)) keys.set(recordName(key), key)
    }
  }
  return [...keys.values()]
}

const isUnreadable = ({ past, now }: Between, key: RecordKey): boolean =>
  past.malformed.has(recordName(key)) || now.malformed.has(recordName(key))

function touches({ past, now, dayOf }: Between, { kind, id }: RecordKey, scope: RestoreScope): boolean {
  const sides = [past.plan, now.plan]
  switch (scope.kind) {
    case 'all':
      return JSON.stringify(past.stored[kind].get(id)) !== JSON.stringify(now.stored[kind].get(id))
    case 'region':
      return isPlacedKind(kind) && sides.some((plan) => standsIn(plan, kind, id, regionTest(scope)))
    case 'day':
      return kind === 'talks' && sides.some((plan) => isHeldOn(plan.talks.get(id), scope.day, dayOf))
  }
}

const bothIds = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Set<string> =>
  new Set([...a.keys(), ...b.keys()])

function everything(between: Between): Wanted[] {
  const { past, now } = between
  return RECORD_KINDS.flatMap((kind) =>
    [...bothIds(past.stored[kind], now.stored[kind])]
      .filter((id) => !isUnreadable(between, { kind, id }))
      .map((id) => ({ kind, id, fields: past.stored[kind].get(id) ?? null })),
  )
}

const isPlacedKind = (kind: string): kind is PlacedKind => (PLACED_KINDS as readonly string[]).includes(kind)

function standsIn(plan: Plan, kind: PlacedKind, id: string, isIn: ReturnType<typeof regionTest>): boolean {
  const record = plan[kind].get(id)
  return record !== undefined && !('removed' in record && record.removed) && isIn(record)
}

function ofRegion(between: Between, scope: RestoreScope & { kind: 'region' }): Wanted[] {
  const { past, now } = between
  const isIn = regionTest(scope)
  const wanted: Wanted[] = []
  for (const kind of PLACED_KINDS) {
    for (const id of bothIds(past.plan[kind], now.plan[kind])) {
      if (isUnreadable(between, { kind, id })) continue
      if (standsIn(past.plan, kind, id, isIn) || standsIn(now.plan, kind, id, isIn))
        wanted.push({ kind, id, fields: past.stored[kind].get(id) ?? null })
    }
  }
  // Nothing can stand in a hall that is no more: it comes back with what stood in the rectangle.
  const hall = past.plan.halls.has(scope.hallId) && past.stored.halls.get(scope.hallId)
  const key = { kind: 'halls', id: scope.hallId } as const
  if (hall && !now.stored.halls.has(key.id) && !isUnreadable(between, key)) wanted.push({ ...key, fields: hall })
  return wanted
}

const isHeldOn = (talk: Talk | undefined, day: string, dayOf: Between['dayOf']): boolean =>
  talk !== undefined && !talk.removed && slotsOf(talk).some(({ start }) => dayOf(start) === day)

function ofDay(between: Between, day: string): Wanted[] {
  const { past, now, dayOf } = between
  return [...bothIds(past.plan.talks, now.plan.talks)].flatMap((id): Wanted[] => {
    if (isUnreadable(between, { kind: 'talks', id })) return []
    const [was, is] = [past.plan.talks.get(id), now.plan.talks.get(id)]
    if (!isHeldOn(was, day, dayOf) && !isHeldOn(is, day, dayOf)) return []
    const [before, present] = [past.stored.talks.get(id) ?? null, now.stored.talks.get(id) ?? null]
    return [{ kind: 'talks', id, fields: talkOfDay(before, present, slotsOn(day, [was, is], dayOf)) }]
  })
}

/** Keys of the times that were or are on the day; a talk that is removed has none. */
const slotsOn = (day: string, talks: readonly (Talk | undefined)[], dayOf: Between['dayOf']): Set<string> =>
  new Set(
    talks
      .flatMap((talk) => (talk && !talk.removed ? slotsOf(talk) : []))
      .flatMap(({ key, start }) => (dayOf(start) === day ? [key] : [])),
  )

/**
 * A talk as it was, apart from its times on other days, which stay as they are now: none of them, where the talk is not there
 * now. One that was not there then loses its times on this day, and goes where it has no others.
 */
function talkOfDay(
  before: StoredFields | null,
  present: StoredFields | null,
  onDay: ReadonlySet<string>,
): StoredFields | null {
  const was = before !== null && before.removed !== true
  const is = present !== null && present.removed !== true
  const others = is ? Object.entries(present).filter(([key]) => isSlotKey(key) && !onDay.has(key)) : []
  if (!was && others.every(([, slot]) => slot === null)) return null
  const base = (was ? before : present) as StoredFields
  const fields = [...Object.entries(base).filter(([key]) => !isSlotKey(key) || (was && onDay.has(key))), ...others]
  if ('slot' in base && !fields.some(([key]) => key === 'slot')) fields.push(['slot', null])
  return Object.fromEntries(fields)
}
