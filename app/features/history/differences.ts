import type { Plan } from '#shared/document/records'
import type { Translate } from '#shared/i18n/translator'
import type { OtherChange, PlanDiff } from '#shared/plan/queries/planDiff'
import type { TalkChange, TalkChangeKind } from '#shared/programme/queries/programmeDiff'
import { slotWords, type TalkWords } from '~/features/releases/talkLines'
import type { Format } from '~/lib/format'
import type { PlanMark, Side } from './planMarks'
import { thingWords } from './summaryWords'
import type { DifferenceLine } from './types'

export interface Compared {
  before: Plan
  after: Plan
  /** Which of the two is now: of what differs, that side is said too. */
  now: Side
}

/** Changed booths and other things of the plan in words. */
export function planDifferences(
  diff: PlanDiff,
  { before: old, after: fresh, now }: Compared,
  t: Translate,
  format: Format,
): DifferenceLine[] {
  const several = new Set([...old.halls.keys(), ...fresh.halls.keys()]).size > 1
  const hallOf = (plan: Plan, hallId: string) => {
    const hall = several ? plan.halls.get(hallId) : undefined
    return hall ? format.text(hall.name) : null
  }
  return [
    ...diff.goneBooths.map((booth) => ({
      key: `booths/${booth.id}`,
      name: booth.number,
      kind: 'gone' as const,
      about: hallOf(old, booth.hallId),
    })),
    ...diff.newBooths.map((booth) => ({
      key: `booths/${booth.id}`,
      name: booth.number,
      kind: 'added' as const,
      about: hallOf(fresh, booth.hallId),
    })),
    ...diff.changedBooths.map(({ before, after, changes }) => {
      const [then, is] = now === 'before' ? [after, before] : [before, after]
      return {
        key: `booths/${after.id}`,
        name: then.number,
        kind: 'changed' as const,
        about: joined([
          ...changes.map((change) => t(`releases:changes.kinds.${change}`)),
          is.number === then.number ? null : t('history:since.now', { what: is.number }),
          hallOf(fresh, after.hallId),
        ]),
      }
    }),
    ...diff.others.map((change) => ({
      key: `${change.kind}/${change.id}`,
      name: thingWords({ kind: change.kind, name: nameOfOther(change) }, t, format),
      kind: OTHER_KINDS[change.change],
      about: null,
    })),
  ]
}

const OTHER_KINDS = { new: 'added', changed: 'changed', gone: 'gone' } as const

const nameOfOther = ({ record }: OtherChange) => ('name' in record ? record.name : null)

/** Changed talks in words, with the times of both moments where they differ. */
export function talkDifferences(
  changes: readonly TalkChange[],
  plans: Compared,
  t: Translate,
  words: TalkWords,
): DifferenceLine[] {
  return changes.flatMap(({ id, before, after, changes: kinds, slots, fields }) => {
    const talk = after ?? before
    if (!talk) return []
    const { format } = words
    const timesAt = (side: Side) =>
      slotWords(
        plans[side],
        slots.flatMap((slot) => slot[side] ?? []),
        words,
      )
    const now = timesAt(plans.now)
    const then = timesAt(plans.now === 'before' ? 'after' : 'before')
    const changed = format.list(fields.map((field) => t(`releases:talks.fields.${field}`)))
    return [
      {
        key: `talks/${id}`,
        name: format.text(((plans.now === 'before' ? after : before) ?? talk).title),
        kind: markOfTalk(kinds),
        about: joined([
          ...kinds.map((kind) => (isSaidBySign(kind) ? null : t(`releases:talks.kinds.${kind}`))),
          fields.length > 0 ? t('releases:talks.changedFields', { fields: changed }) : null,
          then,
          now && t('history:since.now', { what: now }),
        ]),
      },
    ]
  })
}

const isSaidBySign = (kind: TalkChangeKind) => kind === 'new' || kind === 'gone' || kind === 'changed'

const joined = (parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join(' · ') || null

/** By what happened to the talk as a whole: one that is only on again, or cancelled, is there before and after. */
export function markOfTalk(kinds: readonly TalkChangeKind[]): PlanMark['kind'] {
  if (kinds.includes('new')) return 'added'
  return kinds.includes('gone') ? 'gone' : 'changed'
}
