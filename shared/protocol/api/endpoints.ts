import { z } from 'zod'
import { LANGUAGES } from '#shared/kernel/language'
import { fairShape, fairSummaryShape, releaseShape } from './fairShapes'
import { pageQuery, pageShape } from './paging'
import { boothShape, exhibitorShape, hallShape, sectorShape, stageShape } from './planShapes'
import { publicKind, speakerShape, talkShape } from './programmeShapes'

interface Endpoint {
  /** Below /api/v1, parameters in braces. */
  path: string
  summary: string
  query: z.ZodObject
  answer: z.ZodType
  /** Seconds for which an answer may be used without asking again. 0: always ask, since who holds a booth counts in it. */
  freshFor: number
}

const words = z.object({
  lang: z.enum(LANGUAGES).optional().describe('Language of the texts; else by Accept-Language, else Dutch.'),
})
const list = words.extend(pageQuery.shape)
const id = (what: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional()
    .describe(what)

const talks = list.extend({
  day: z.iso.date().optional().describe('Held on this day, by the clock of the fair’s time zone.'),
  stage: id('Held on the stage of this id.'),
  sector: id('In the sector of this id.'),
  kind: publicKind.optional(),
  language: z.string().max(35).optional().describe('Language of speech; `nl` also finds `nl-BE`.'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words in title, abstract or speakers’ names, in any language; accents and case aside.'),
})

const FRESH = 30

/** All that the public API answers to. Its description, its client’s types and the server’s own are made from this. */
export const ENDPOINTS = {
  listFairs: {
    path: '/fairs',
    summary: 'Published fairs, the nearest first, then past ones',
    query: list,
    answer: pageShape('FairPage', fairSummaryShape),
    freshFor: FRESH,
  },
  getFair: { path: '/fairs/{slug}', summary: 'One fair', query: words, answer: fairShape, freshFor: FRESH },
  listTalks: {
    path: '/fairs/{slug}/talks',
    summary: 'The programme, by time; cancelled talks stay in it',
    query: talks,
    answer: pageShape('TalkPage', talkShape),
    freshFor: FRESH,
  },
  getTalk: { path: '/fairs/{slug}/talks/{id}', summary: 'One talk', query: words, answer: talkShape, freshFor: FRESH },
  listSpeakers: {
    path: '/fairs/{slug}/speakers',
    summary: 'Speakers, by name',
    query: list,
    answer: pageShape('SpeakerPage', speakerShape),
    freshFor: FRESH,
  },
  getSpeaker: {
    path: '/fairs/{slug}/speakers/{id}',
    summary: 'One speaker',
    query: words,
    answer: speakerShape,
    freshFor: FRESH,
  },
  listStages: {
    path: '/fairs/{slug}/stages',
    summary: 'Where talks are held',
    query: list,
    answer: pageShape('StagePage', stageShape),
    freshFor: FRESH,
  },
  listSectors: {
    path: '/fairs/{slug}/sectors',
    summary: 'Trades',
    query: list,
    answer: pageShape('SectorPage', sectorShape),
    freshFor: FRESH,
  },
  listHalls: {
    path: '/fairs/{slug}/halls',
    summary: 'Halls',
    query: list,
    answer: pageShape('HallPage', hallShape),
    freshFor: FRESH,
  },
  listBooths: {
    path: '/fairs/{slug}/booths',
    summary: 'Booths of the released plan with who holds them now',
    query: list,
    answer: pageShape('BoothPage', boothShape),
    freshFor: 0,
  },
  listExhibitors: {
    path: '/fairs/{slug}/exhibitors',
    summary: 'Exhibitors with a confirmed booth, by name',
    query: list,
    answer: pageShape('ExhibitorPage', exhibitorShape),
    freshFor: 0,
  },
  listReleases: {
    path: '/fairs/{slug}/releases',
    summary: 'Releases, the newest first',
    query: list,
    answer: pageShape('ReleasePage', releaseShape),
    freshFor: FRESH,
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS
export type EndpointQuery<K extends EndpointName> = z.output<(typeof ENDPOINTS)[K]['query']>
export type EndpointAnswer<K extends EndpointName> = z.output<(typeof ENDPOINTS)[K]['answer']>
