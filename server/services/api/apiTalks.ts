import type { Deps } from '#server/deps'
import { readSpeakers, type SpeakerBrief } from '#server/services/people/speakerBriefs'
import type { Actor } from '#shared/access/roles'
import type { Talk } from '#shared/document/records'
import { matchesSearch } from '#shared/exhibitors/search'
import { AppError } from '#shared/kernel/errors'
import type { PersonId, TalkId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'
import { slotRef, slotsOf } from '#shared/programme/slots'
import { instantOfMinute, wallTimeOfMinute } from '#shared/programme/time'
import type { EndpointQuery } from '#shared/protocol/api/endpoints'
import { pageOf } from '#shared/protocol/api/paging'
import type { ItemAnswer, ListAnswer } from './answers'
import { type InFair, type OpenFair, openFair } from './openFair'

type Speakers = ReadonlyMap<PersonId, SpeakerBrief>

/** The programme by time, talks without a time last. Errors: NOT_FOUND, INVALID. */
export const listApiTalks =
  (deps: Deps) =>
  async (actor: Actor, input: EndpointQuery<'listTalks'> & InFair): Promise<ListAnswer<'listTalks'>> => {
    const open = await openFair(deps, actor, input)
    const talks = byTime(open.release).filter((talk) => isAskedFor(talk, input, open.fair.timeZone))
    const found = input.q === undefined ? talks : await searched(deps, open, talks, input.q)
    const { data, nextCursor } = pageOf(found, input, ({ id }) => id)
    const speakers = await speakersOf(deps, open, data)
    return { release: open.release.number, data: data.map((talk) => talkOf(deps, open, talk, speakers)), nextCursor }
  }

/** One talk. Errors: NOT_FOUND. */
export const getApiTalk =
  (deps: Deps) =>
  async (actor: Actor, { talkId, ...input }: InFair & { talkId: TalkId }): Promise<ItemAnswer<'getTalk'>> => {
    const open = await openFair(deps, actor, input)
    const talk = open.release.programme.talks.get(talkId)
    if (!talk) throw new AppError('NOT_FOUND', { detail: 'no such talk' })
    const speakers = await speakersOf(deps, open, [talk])
    return { release: open.release.number, item: talkOf(deps, open, talk, speakers) }
  }

function byTime({ programme }: ReleasedPlan): Talk[] {
  const scheduled = new Set(programme.slots.map(({ talkId }) => talkId))
  const first = [...scheduled].flatMap((id) => programme.talks.get(id) ?? [])
  return [...first, ...[...programme.talks.values()].filter(({ id }) => !scheduled.has(id))]
}

type Filters = Pick<EndpointQuery<'listTalks'>, 'day' | 'stage' | 'sector' | 'kind' | 'language'>

function isAskedFor(talk: Talk, { day, stage, sector, kind, language }: Filters, timeZone: string): boolean {
  if (sector !== undefined && talk.sectorId !== sector) return false
  if (kind !== undefined && talk.kind !== kind) return false
  if (language !== undefined && !isLanguageOf(talk, language)) return false
  if (day === undefined && stage === undefined) return true
  return slotsOf(talk).some(
    (slot) =>
      (stage === undefined || slot.stageId === stage) &&
      (day === undefined || wallTimeOfMinute(slot.start, timeZone).day === day),
  )
}

function isLanguageOf({ language }: Talk, asked: string): boolean {
  const tag = language?.toLowerCase()
  const wanted = asked.toLowerCase()
  return tag !== undefined && (tag === wanted || tag.startsWith(`${wanted}-`))
}

async function searched(deps: Deps, open: OpenFair, talks: Talk[], search: string): Promise<Talk[]> {
  const speakers = await speakersOf(deps, open, talks)
  return talks.filter(({ title, abstract, speakerIds }) => {
    const names = speakerIds.map((id) => speakers.get(id)?.name ?? '')
    return matchesSearch([...Object.values(title), ...Object.values(abstract ?? {}), ...names], search)
  })
}

const speakersOf = (deps: Deps, { fair }: OpenFair, talks: readonly Talk[]): Promise<Speakers> =>
  readSpeakers(
    deps.sql,
    fair.id,
    talks.flatMap(({ speakerIds }) => speakerIds),
  )

const iso = (minute: number) => instantOfMinute(minute).toISOString()

function talkOf(deps: Deps, { fair, release, words, page }: OpenFair, talk: Talk, speakers: Speakers) {
  const { sequence = 0, changedAt = release.publishedAt } = release.programme.history.get(talk.id) ?? {}
  return {
    id: talk.id,
    guid: talk.guid,
    title: words(talk.title) ?? '',
    abstract: words(talk.abstract),
    kind: talk.kind === 'blocker' ? ('talk' as const) : talk.kind,
    state: talk.state === 'cancelled' ? ('cancelled' as const) : ('confirmed' as const),
    language: talk.language,
    sectorId: talk.sectorId,
    speakers: talk.speakerIds.flatMap((id) => {
      const speaker = speakers.get(id)
      return speaker ? [{ id, name: speaker.name }] : []
    }),
    seats: talk.seats,
    prerequisiteId: talk.prerequisiteId,
    slots: slotsOf(talk).map(({ key, stageId, start, end }) => ({
      id: slotRef(talk.id, key),
      stageId,
      start: iso(start),
      end: iso(end),
    })),
    sequence,
    changedAt: changedAt.toISOString(),
    url: page(`/talks/${talk.id}`),
    calendarUrl: `${deps.publicUrl}/fairs/${fair.slug}/talks/${talk.id}.ics`,
  }
}
