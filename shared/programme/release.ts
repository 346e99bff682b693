import type { Plan, Talk } from '#shared/document/records'
import type { Slot } from '#shared/document/schedule'
import { isSlotKey } from '#shared/document/talkRecord'
import { canonicalJson } from '#shared/kernel/canonicalJson'
import type { TalkId } from '#shared/kernel/ids'
import { slotsOf, type TalkSlot } from './slots'

/** How often a published talk has changed, and when last: calendars tell a newer entry from an older one by it. */
export interface TalkHistory {
  /** 0 in the release that first had it, more with each release that changed it, took it away or brought it back. */
  sequence: number
  changedAt: Date
}

/** The programme as a release has it: what visitors, feeds and other programs read. */
export interface ReleasedProgramme {
  /** Confirmed and cancelled talks, scheduled or not. */
  talks: ReadonlyMap<TalkId, Talk>
  /** Every time that one of them is held, those of cancelled talks too, by start. */
  slots: readonly TalkSlot[]
  history: ReadonlyMap<TalkId, TalkHistory>
}

export const NO_PROGRAMME: ReleasedProgramme = { talks: new Map(), slots: [], history: new Map() }

/** Blockers, ideas and invitations stay with the organisers; a cancelled talk is told of where it had been announced. */
const isPublic = (talk: Talk, wasPublic: boolean): boolean =>
  !talk.removed && talk.kind !== 'blocker' && (talk.state === 'confirmed' || (talk.state === 'cancelled' && wasPublic))

/** The draft's talks as they can be published: nothing in them points to what visitors cannot see. */
export function publicTalks(draft: Plan, previous: ReleasedProgramme): Map<TalkId, Talk> {
  const talks = new Map<TalkId, Talk>()
  for (const talk of draft.talks.values())
    if (isPublic(talk, previous.talks.has(talk.id))) talks.set(talk.id, withoutLostSlots(talk, draft))
  for (const [id, talk] of talks) {
    const sectorId = talk.sectorId !== null && draft.sectors.has(talk.sectorId) ? talk.sectorId : null
    const prerequisiteId = talk.prerequisiteId !== null && talks.has(talk.prerequisiteId) ? talk.prerequisiteId : null
    talks.set(id, { ...talk, sectorId, prerequisiteId })
  }
  return talks
}

function withoutLostSlots(talk: Talk, draft: Plan): Talk {
  const isLost = ([key, value]: [string, unknown]) => {
    if (!isSlotKey(key) || value === null) return false
    const stage = draft.stages.get((value as Slot)[0])
    return !stage || !draft.halls.has(stage.hallId)
  }
  const kept = Object.entries(talk).filter((entry) => !isLost(entry as [string, unknown]))
  return {
    ...(Object.fromEntries(kept) as unknown as Talk),
    slot: kept.some(([key]) => key === 'slot') ? talk.slot : null,
  }
}

/** The highest sequence that each talk ever had, also in releases that were withdrawn: calendars never go backwards. */
export type HighestSequences = ReadonlyMap<TalkId, number>

/**
 * The history as the next release has it, with an entry also for talks that go with it. `at`: when that is published.
 * `previous`: what visitors see until then.
 */
export function nextHistory(
  talks: ReadonlyMap<TalkId, Talk>,
  previous: ReleasedProgramme,
  at: Date,
  highest: HighestSequences = new Map(),
): Map<TalkId, TalkHistory> {
  const history = new Map<TalkId, TalkHistory>()
  const newer = (id: TalkId): TalkHistory => {
    const most = Math.max(highest.get(id) ?? -1, previous.history.get(id)?.sequence ?? -1)
    return { sequence: most + 1, changedAt: at }
  }
  for (const [id, talk] of talks) {
    const before = previous.history.get(id)
    const was = previous.talks.get(id)
    history.set(id, before && was && sameTalk(was, talk) ? before : newer(id))
  }
  for (const id of previous.talks.keys()) if (!talks.has(id)) history.set(id, newer(id))
  return history
}

export const sameTalk = (a: Talk, b: Talk): boolean => a === b || canonicalJson(a) === canonicalJson(b)

export function releasedProgramme(
  plan: Plan,
  history: ReadonlyMap<TalkId, TalkHistory> = new Map(),
): ReleasedProgramme {
  const talks = new Map([...plan.talks.values()].map((talk) => [talk.id, talk]))
  const slots = [...talks.values()]
    .flatMap(slotsOf)
    .sort((a, b) => a.start - b.start || (a.stageId < b.stageId ? -1 : 1) || (a.talkId < b.talkId ? -1 : 1))
  return { talks, slots, history }
}
