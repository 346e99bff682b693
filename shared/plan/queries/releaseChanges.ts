import type { Plan } from '#shared/document/records'
import type { LocalText } from '#shared/kernel/language'
import {
  type DiffedField,
  programmeDiff,
  type TalkChange,
  type TalkChangeKind,
  visibleChanges,
} from '#shared/programme/queries/programmeDiff'
import { slotsOf, type TalkSlot } from '#shared/programme/slots'

import type { ReleasedPlan } from '../release'
import { type BoothChange, planDiff } from './planDiff'

export interface BoothChangeLine {
  id: string
  number: string
  /** Number before, where it was another. */
  before: string | null
  changes: ('new' | 'gone' | BoothChange)[]
}

/** A time of a talk with its stage by name; null for a stage that is no more. Minutes since 1970. */
export interface NamedSlot {
  stage: LocalText | null
  start: number
  end: number
}

export interface TalkChangeLine {
  id: string
  title: LocalText
  changes: TalkChangeKind[]
  fields: DiffedField[]
  /** All its times now, and those that no longer are. */
  now: NamedSlot[]
  was: NamedSlot[]
}

/** What visitors find changed since the release before, in no language yet. */
export interface ReleaseChanges {
  /** Nothing was published before: how much there is now says more than that all of it is new. */
  first: boolean
  boothCount: number
  talkCount: number
  booths: BoothChangeLine[]
  talks: TalkChangeLine[]
  /** Halls, walls, exits, sectors and meeting points that differ; stages that came or went. */
  others: number
}

export function releaseChanges(before: ReleasedPlan | null, after: ReleasedPlan): ReleaseChanges {
  const counts = { boothCount: after.booths.size, talkCount: after.programme.talks.size }
  if (!before) return { first: true, ...counts, booths: [], talks: [], others: 0 }
  const diff = planDiff(before.plan, after.plan)
  const talks = visibleChanges(programmeDiff(before.programme, after.programme))
  return {
    first: false,
    ...counts,
    booths: [
      ...diff.newBooths.map(({ id, number }) => ({ id, number, before: null, changes: ['new' as const] })),
      ...diff.changedBooths.map(({ before: was, after: { id, number }, changes }) => ({
        ...{ id, number, changes },
        before: was.number === number ? null : was.number,
      })),
      ...diff.goneBooths.map(({ id, number }) => ({ id, number, before: null, changes: ['gone' as const] })),
    ],
    talks: talks.flatMap((change) => talkLine(change, before.plan, after.plan)),
    // What stages have and when they may be used concerns organisers.
    others: diff.others.filter(({ kind, change }) => kind !== 'stages' || change !== 'changed').length,
  }
}

function talkLine({ id, before, after, changes, fields, slots }: TalkChange, was: Plan, is: Plan): TalkChangeLine[] {
  const talk = after ?? before
  if (!talk) return []
  const lost = !after && before ? slotsOf(before) : slots.flatMap((slot) => slot.before ?? [])
  const line = { id, title: talk.title, changes: [...changes], fields: [...fields] }
  return [{ ...line, now: named(is, after ? slotsOf(after) : []), was: named(was, lost) }]
}

const named = (plan: Plan, slots: readonly TalkSlot[]): NamedSlot[] =>
  slots.map(({ stageId, start, end }) => ({ stage: plan.stages.get(stageId)?.name ?? null, start, end }))
