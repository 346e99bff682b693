import type { Talk } from '#shared/document/records'
import type { Slot } from '#shared/document/schedule'
import type { TalkKind, TalkState } from '#shared/document/talkRecord'
import type { PersonId, SectorId, StageId, TalkId } from '#shared/kernel/ids'
import { minuteOfWallTime } from '#shared/programme/time'
import { DEMO_FAIR } from './demoFair'
import { FRIDAY } from './demoFriday'
import { SATURDAY } from './demoSaturday'

type Words = readonly [nl: string, fr: string, en: string]

/** One line of the demo's programme. Stage, time and minutes; people by the end of their id. */
export interface DemoTalk {
  id: string
  at: readonly [stage: 'main' | 'workshop' | 'agora', time: string, minutes: number] | null
  kind: TalkKind
  title: Words
  abstract: Words
  sector?: string
  language?: 'nl' | 'fr' | 'en'
  people?: readonly string[]
  audience?: number
  seats?: number
  needs?: readonly string[]
  after?: string
  state?: TalkState
  /** A second time, on the second day. */
  again?: readonly [stage: 'main' | 'workshop' | 'agora', time: string, minutes: number]
}

const UNSCHEDULED: readonly DemoTalk[] = [
  {
    id: 'gluren',
    at: null,
    kind: 'networking',
    state: 'idea',
    sector: 'visual-arts',
    language: 'nl',
    title: ['Atelierbezoek in het donker', 'Visite d’ateliers dans le noir', 'Studio visit in the dark'],
    abstract: [
      'Met een zaklamp langs vijf ateliers: wie durft, opent de deur.',
      'À la lampe de poche à travers cinq ateliers : qui ose ouvre la porte.',
      'Five studios by torchlight: whoever dares opens the door.',
    ],
    audience: 20,
  },
  {
    id: 'statuut',
    at: null,
    kind: 'debate',
    state: 'invited',
    language: 'fr',
    people: ['dalila'],
    title: ['Een statuut voor wie alles doet', 'Un statut pour qui fait tout', 'A status for those who do everything'],
    abstract: [
      'Artiest op maandag, lesgever op dinsdag. Welk statuut past daarbij?',
      'Artiste le lundi, formateur le mardi. Quel statut convient ?',
      'Artist on Monday, teacher on Tuesday. Which status fits?',
    ],
    audience: 70,
    needs: ['microphone'],
  },
]

const stageId = (name: string) => `stage-${name}` as StageId
const words = ([nl, fr, en]: Words) => ({ nl, fr, en })

function talkOf(day: string, talk: DemoTalk): Talk {
  const slot = ([stage, time, minutes]: NonNullable<DemoTalk['at']>, onDay: string): Slot => [
    stageId(stage),
    minuteOfWallTime({ day: onDay, time }, DEMO_FAIR.timeZone),
    minutes,
  ]
  return {
    id: `talk-${talk.id}` as TalkId,
    title: words(talk.title),
    abstract: words(talk.abstract),
    kind: talk.kind,
    state: talk.state ?? 'confirmed',
    sectorId: (talk.sector ?? null) as SectorId | null,
    language: talk.language ?? null,
    speakerIds: (talk.people ?? []).map((id) => `person-${id}` as PersonId),
    audience: talk.audience ?? null,
    seats: talk.seats ?? null,
    needs: [...(talk.needs ?? [])],
    prerequisiteId: talk.after ? (`talk-${talk.after}` as TalkId) : null,
    slot: talk.at ? ([...slot(talk.at, day)] as Talk['slot']) : null,
    removed: false,
    guid: null,
    carried: null,
    ...(talk.again ? { 'slot:again': slot(talk.again, DEMO_FAIR.endsOn) } : {}),
  } as Talk
}

/** Forty talks in the cooperative's formats, on three stages and two days; two of them wait on the shelf. */
export const demoTalks = (): ReadonlyMap<TalkId, Talk> =>
  new Map(
    [
      ...FRIDAY.map((talk) => talkOf(DEMO_FAIR.startsOn, talk)),
      ...SATURDAY.map((talk) => talkOf(DEMO_FAIR.endsOn, talk)),
      ...UNSCHEDULED.map((talk) => talkOf(DEMO_FAIR.startsOn, talk)),
    ].map((talk) => [talk.id, talk]),
  )
