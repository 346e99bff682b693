import type { Plan, Talk } from '#shared/document/records'
import type { SlotKey } from '#shared/document/slotKey'
import type { TalkId } from '#shared/kernel/ids'
import { nextHistory, publicTalks, type ReleasedProgramme, releasedProgramme } from '../release'
import { slotsOf, type TalkSlot } from '../slots'

/** What may have happened to a talk. `moved`: to another stage; `retimed`: to another time or length; both may be. */
export const TALK_CHANGES = [
  'new',
  'cancelled',
  'restored',
  'gone',
  'moved',
  'retimed',
  'scheduled',
  'unscheduled',
  'changed',
] as const
export type TalkChangeKind = (typeof TALK_CHANGES)[number]

export const DIFFED_FIELDS = [
  'title',
  'abstract',
  'kind',
  'sectorId',
  'language',
  'speakerIds',
  'seats',
  'prerequisiteId',
  'audience',
  'needs',
] as const satisfies readonly (keyof Talk)[]
export type DiffedField = (typeof DIFFED_FIELDS)[number]
/** What no visitor is shown. */
const ORGANISERS_FIELDS: ReadonlySet<DiffedField> = new Set(['audience', 'needs'])

/** One time of a talk: null where it was not or is no more. */
export interface SlotChange {
  readonly key: SlotKey
  readonly before: TalkSlot | null
  readonly after: TalkSlot | null
}

export interface TalkChange {
  readonly id: TalkId
  /** null for a new talk. */
  readonly before: Talk | null
  /** null for one that is gone. */
  readonly after: Talk | null
  /** Never empty, in the order of TALK_CHANGES. */
  readonly changes: readonly TalkChangeKind[]
  /** The times that differ, by when they were or will be. */
  readonly slots: readonly SlotChange[]
  /** The fields that differ; none for new talks and those that are gone. */
  readonly fields: readonly DiffedField[]
}

/** What a reader of the one programme must know to trust the other: talk by talk, by the time of what changed. */
export function programmeDiff(
  before: Pick<ReleasedProgramme, 'talks'>,
  after: Pick<ReleasedProgramme, 'talks'>,
): TalkChange[] {
  const changes: TalkChange[] = []
  for (const id of new Set([...before.talks.keys(), ...after.talks.keys()])) {
    const change = talkChange(id, before.talks.get(id) ?? null, after.talks.get(id) ?? null)
    if (change) changes.push(change)
  }
  return changes.sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1))
}

/** The same without what only organisers see. */
export const visibleChanges = (changes: readonly TalkChange[]): TalkChange[] =>
  changes.flatMap((change) => {
    const fields = change.fields.filter((field) => !ORGANISERS_FIELDS.has(field))
    const kinds = change.changes.filter((kind) => kind !== 'changed' || fields.length > 0)
    return kinds.length > 0 ? [{ ...change, fields, changes: kinds }] : []
  })

/** The draft as it would be published now, to be held against the latest release. */
export function draftProgramme(draft: Plan, latest: ReleasedProgramme, at: Date): ReleasedProgramme {
  const talks = publicTalks(draft, latest)
  return releasedProgramme({ ...draft, talks }, nextHistory(talks, latest, at))
}

function talkChange(id: TalkId, before: Talk | null, after: Talk | null): TalkChange | null {
  if (before === after) return null
  const slots = slotChanges(before, after)
  if (!before || !after) return { id, before, after, changes: [before ? 'gone' : 'new'], slots, fields: [] }
  const fields = DIFFED_FIELDS.filter((field) => !same(before[field], after[field]))
  const found = new Set<TalkChangeKind>(slots.flatMap(slotChangeKinds))
  if (before.state !== after.state) found.add(after.state === 'cancelled' ? 'cancelled' : 'restored')
  if (fields.length > 0) found.add('changed')
  const changes = TALK_CHANGES.filter((kind) => found.has(kind))
  return changes.length > 0 ? { id, before, after, changes, slots, fields } : null
}

/**
 * Times that are kept are kept under whatever key: of two, the first may have been taken away and the second made the
 * first. What is left is paired by key.
 */
function slotChanges(before: Talk | null, after: Talk | null): SlotChange[] {
  const added = after ? slotsOf(after) : []
  const old = new Map<SlotKey, TalkSlot>()
  for (const slot of before ? slotsOf(before) : []) {
    const twin = added.findIndex((other) => sameSlot(slot, other))
    if (twin < 0) old.set(slot.key, slot)
    else added.splice(twin, 1)
  }
  const changes: SlotChange[] = added.map((slot) => {
    const was = old.get(slot.key) ?? null
    old.delete(slot.key)
    return { key: slot.key, before: was, after: slot }
  })
  for (const slot of old.values()) changes.push({ key: slot.key, before: slot, after: null })
  return changes.sort((a, b) => startOf(a) - startOf(b) || (a.key < b.key ? -1 : 1))
}

function slotChangeKinds({ before, after }: SlotChange): TalkChangeKind[] {
  if (!before || !after) return [before ? 'unscheduled' : 'scheduled']
  const kinds: TalkChangeKind[] = before.stageId === after.stageId ? [] : ['moved']
  if (before.start !== after.start || before.end !== after.end) kinds.push('retimed')
  return kinds
}

const sameSlot = (a: TalkSlot, b: TalkSlot): boolean =>
  a.stageId === b.stageId && a.start === b.start && a.end === b.end

const startOf = ({ before, after }: SlotChange): number => Math.min(before?.start ?? Infinity, after?.start ?? Infinity)

function timeOf({ before, after, slots }: TalkChange): number {
  const [first] = slots
  if (first) return startOf(first)
  const talk = after ?? before
  return (talk && slotsOf(talk)[0]?.start) ?? Number.MAX_SAFE_INTEGER
}

/** Texts of several languages whatever the order in which they were written. */
const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
