import type { Deps } from '#server/deps'
import { readSpeakers, type SpeakerBrief } from '#server/services/people/speakerBriefs'
import { readExhibitorBriefs } from '#server/services/visit/exhibitorBriefs'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { PersonId, TalkId } from '#shared/kernel/ids'
import { type PageQuery, pageOf } from '#shared/protocol/api/paging'
import type { ItemAnswer, ListAnswer } from './answers'
import { type InFair, type OpenFair, openFair } from './openFair'
import { speakerIdsOf } from './speakerIdsOf'

/** Everyone who speaks, by name. Errors: NOT_FOUND, INVALID. */
export const listApiSpeakers =
  (deps: Deps) =>
  async (actor: Actor, input: InFair & PageQuery): Promise<ListAnswer<'listSpeakers'>> => {
    const open = await openFair(deps, actor, input)
    const speakers = await readSpeakers(deps.sql, open.fair.id, speakerIdsOf(open.release.programme))
    const { data, nextCursor } = pageOf([...speakers.values()], input, ({ id }) => id)
    return { release: open.release.number, data: await withTalks(deps, open, data), nextCursor }
  }

/** One speaker. Errors: NOT_FOUND. */
export const getApiSpeaker =
  (deps: Deps) =>
  async (actor: Actor, { personId, ...input }: InFair & { personId: PersonId }): Promise<ItemAnswer<'getSpeaker'>> => {
    const open = await openFair(deps, actor, input)
    const speaks = speakerIdsOf(open.release.programme).has(personId)
    const found = speaks ? await readSpeakers(deps.sql, open.fair.id, [personId]) : new Map<PersonId, SpeakerBrief>()
    const [item] = await withTalks(deps, open, [...found.values()])
    if (!item) throw new AppError('NOT_FOUND', { detail: 'no such speaker' })
    return { release: open.release.number, item }
  }

async function withTalks(deps: Deps, { fair, release, words, page }: OpenFair, speakers: readonly SpeakerBrief[]) {
  const exhibitors = await readExhibitorBriefs(deps.sql, fair.id, release)
  const known = new Set(exhibitors.map(({ id }) => id))
  const talks = talksBySpeaker(release.programme)
  return speakers.map(({ id, name, biography, links, exhibitorId }) => ({
    id,
    name,
    biography: words(biography),
    links: links.map(({ label, url }) => ({ label, url })),
    // Who has no confirmed booth is not announced as an exhibitor.
    exhibitorId: exhibitorId !== null && known.has(exhibitorId) ? exhibitorId : null,
    talkIds: talks.get(id) ?? [],
    url: page(`/speakers/${id}`),
  }))
}

function talksBySpeaker({ talks }: OpenFair['release']['programme']): Map<PersonId, TalkId[]> {
  const found = new Map<PersonId, TalkId[]>()
  for (const talk of talks.values())
    for (const id of talk.speakerIds) found.set(id, [...(found.get(id) ?? []), talk.id])
  return found
}
