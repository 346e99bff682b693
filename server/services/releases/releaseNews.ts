import type { NewMail } from '#server/services/mails/queueMail'
import { buttonOf } from '#server/services/mails/releaseWords'
import type { MailParams, NewsSlot, TalkNews } from '#server/services/mails/templates'
import type { Plan } from '#shared/document/records'
import type { FairId, TalkId } from '#shared/kernel/ids'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import type { TalkChange } from '#shared/programme/queries/programmeDiff'
import { slotsOf, type TalkSlot } from '#shared/programme/slots'
import type { AffectedPerson, AffectedTalk } from './affectedPeople'

export interface NewsInput {
  fair: { id: FairId; slug: string; name: LocalText; timeZone: string }
  /** Number of the release, and of the one that visitors saw before. */
  release: number
  previous: number | null
  /** Stages are named as they were, and as they are. */
  before: Plan
  after: Plan
  talks: readonly TalkChange[]
  people: readonly AffectedPerson[]
  at: Date
}

/** One mail for each person, with everything that the release changes for them; it waits until an organiser sends it. */
export function releaseMails({
  fair,
  release,
  previous,
  people,
  at,
  ...changes
}: NewsInput): NewMail<'releaseChanged'>[] {
  const newsOf = talkTeller(changes)
  return people.map(({ to, booths, talks }) => {
    const told = talks.map((talk) => newsOf(talk, to.language))
    const dated = told.filter(({ changes: kinds, before, after }) => !isOver(kinds) && before.length + after.length > 0)
    const talkIds = dated.map(({ talkId }) => talkId)
    const params: MailParams['releaseChanged'] = {
      fair: localise(fair.name, to.language),
      timeZone: fair.timeZone,
      booths,
      talks: told,
      calendar: talkIds.length > 0 ? { fairId: fair.id, release, previous, talkIds } : null,
      visitor: booths.length === 0 && talks.every(({ as }) => !as.includes('speaker')),
      path: `/${to.language}/fairs/${fair.slug}/${pageOf({ booths, talks: told })}`,
    }
    return { fairId: fair.id, to, template: 'releaseChanged', params, at, dueAt: null, releaseNumber: release }
  })
}

/** The talk is nothing to them any more. */
const isOver = (kinds: TalkNews['changes']): boolean => kinds.length === 1 && kinds[0] === 'left'

function pageOf(news: Pick<MailParams['releaseChanged'], 'booths' | 'talks'>): string {
  const [talk] = news.talks
  const button = buttonOf(news)
  if (button === 'booth') return 'my-booth'
  return button === 'talk' && talk ? `talks/${talk.talkId}` : 'programme'
}

/** Many are told of the same talk in the same language: it is put into words once. */
function talkTeller({ before, after, talks }: Pick<NewsInput, 'before' | 'after' | 'talks'>) {
  const changes = new Map(talks.map((change) => [change.id, change]))
  const told = new Map<string, TalkNews>()
  return ({ id, changes: kinds }: AffectedTalk, language: Language): TalkNews => {
    const key = `${id} ${language} ${kinds.join(' ')}`
    const news = told.get(key) ?? tell(changes.get(id), id, kinds, { before, after, language })
    told.set(key, news)
    return news
  }
}

function tell(
  change: TalkChange | undefined,
  talkId: TalkId,
  kinds: TalkNews['changes'],
  { before, after, language }: { before: Plan; after: Plan; language: Language },
): TalkNews {
  const talk = change?.after ?? change?.before
  const has = (...some: TalkNews['changes']) => some.some((kind) => kinds.includes(kind))
  const off = has('gone', 'cancelled') || isOver(kinds)
  const on = has('new', 'restored', 'joined')
  const [was, is] = [change?.before ?? null, change?.after ?? null].map((one) => (one ? slotsOf(one) : []))
  const differs = (side: 'before' | 'after') => change?.slots.flatMap((slot) => slot[side] ?? []) ?? []
  return {
    talkId,
    title: talk ? localise(talk.title, language) : talkId,
    changes: kinds,
    before: slotsIn(before, off ? (was ?? []) : on ? [] : differs('before'), language),
    after: slotsIn(after, off ? [] : on || differs('after').length === 0 ? (is ?? []) : differs('after'), language),
  }
}

const slotsIn = (plan: Plan, slots: readonly TalkSlot[], language: Language): NewsSlot[] =>
  slots.map(({ stageId, start, end }) => {
    const stage = plan.stages.get(stageId)
    return { stage: stage ? localise(stage.name, language) : '', start, end }
  })
