import type { z } from 'zod'
import type { Services } from '#server/services'
import type { InFair } from '#server/services/api/openFair'
import type { Actor } from '#shared/access/roles'
import { SLUG_PATTERN } from '#shared/fairs/slug'
import { AppError } from '#shared/kernel/errors'
import { isId, type PersonId, type TalkId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { parseOrInvalid } from '#shared/kernel/validate'
import { ENDPOINTS, type EndpointAnswer, type EndpointName, type EndpointQuery } from '#shared/protocol/api/endpoints'

export interface Asked {
  lang: Language
  params: Readonly<Record<string, string>>
  /** As it stands in the address. */
  query: unknown
}

type Found<K extends EndpointName> = { release: number | null } & (EndpointAnswer<K> extends { data: infer T }
  ? { data: T; nextCursor: string | null }
  : { item: EndpointAnswer<K> })

type Answer<K extends EndpointName> = (actor: Actor, asked: Asked) => Promise<Found<K>>
type Answers = { [K in EndpointName]: Answer<K> }

/** Each endpoint's use-case with what was asked, checked. Errors: INVALID, NOT_FOUND and those of the use-case. */
export function createAnswers(api: Services['api']): Answers {
  return {
    listFairs: (actor, { lang, query }) =>
      api.listFairs(actor, { ...parseOrInvalid(ENDPOINTS.listFairs.query, query), lang }),
    getFair: inFair('getFair', api.getFair),
    listTalks: inFair('listTalks', api.listTalks),
    getTalk: inFair('getTalk', (actor, input, id) => api.getTalk(actor, { ...input, talkId: id() as TalkId })),
    listSpeakers: inFair('listSpeakers', api.listSpeakers),
    getSpeaker: inFair('getSpeaker', (actor, input, id) =>
      api.getSpeaker(actor, { ...input, personId: id() as PersonId }),
    ),
    listStages: inFair('listStages', api.listStages),
    listSectors: inFair('listSectors', api.listSectors),
    listHalls: inFair('listHalls', api.listHalls),
    listBooths: inFair('listBooths', api.listBooths),
    listExhibitors: inFair('listExhibitors', api.listExhibitors),
    listReleases: inFair('listReleases', api.listReleases),
  }
}

type Ask<K extends EndpointName> = (
  actor: Actor,
  input: EndpointQuery<K> & InFair,
  id: () => string,
) => Promise<Found<K>>

const inFair =
  <K extends EndpointName>(name: K, ask: Ask<K>): Answer<K> =>
  (actor, { lang, params, query }) => {
    const asked = parseOrInvalid(ENDPOINTS[name].query as unknown as z.ZodType<EndpointQuery<K>>, query)
    return ask(actor, { ...asked, lang, slug: named(params.slug, (text) => SLUG_PATTERN.test(text)) }, () =>
      named(params.id, isId),
    )
  }

/** What could be nobody's name stands for nothing. */
function named(value: string | undefined, is: (text: string) => boolean): string {
  if (value === undefined || !is(value)) throw new AppError('NOT_FOUND', { detail: 'no such name' })
  return value
}
