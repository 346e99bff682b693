import fc from 'fast-check'
import { withoutCancelledWord } from '#shared/exchange/schedule/cancelledTitle'
import { cleanLine, cleanText } from '#shared/exchange/schedule/cleanText'
import type { Reference, Room, Schedule, ScheduleEvent, SchedulePerson } from '#shared/exchange/schedule/types'

/** 12 March 2027, 00:00 UTC. Summer time starts on the 28th. */
const FIRST_MINUTE = Date.parse('2027-03-12T00:00:00Z') / 60_000

const line = (max = 40) =>
  fc
    .string({ unit: fc.constantFrom(...'aB é<>&"\'ß…日本 \u00a0;,|=+-@#{}\u{1f3b6}\u0301'), maxLength: max })
    .map((text) => cleanLine(text))
const name = line(30).map((text) => `n${text}`.trim())
const text = fc
  .array(fc.oneof(line(60), fc.constantFrom('', ']]>', '<p>x</p>', '&amp;', '\ttab')), { maxLength: 4 })
  .map((lines) => cleanText(lines.join('\n')))
const title = name.filter((one) => !withoutCancelledWord(one).cancelled)
const url = fc.constantFrom('https://example.org/', 'http://example.org/a?b=1&c=%20', 'https://example.org/x#y')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const id = fc.integer({ min: 1, max: 2_147_483_647 })
const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

const reference: fc.Arbitrary<Reference> = fc.record({
  url: fc.oneof(url, fc.constant('mailto:a@example.org')),
  title: line(),
  type: fc.constantFrom('', 'slides', 'web'),
  service: fc.constant(''),
})

const person: fc.Arbitrary<SchedulePerson> = fc.record({
  id,
  guid: maybe(fc.uuid()),
  code: fc.constant(null),
  name,
  biography: text,
  avatar: maybe(url),
  url: maybe(url),
  links: fc.array(reference, { maxLength: 2 }),
})

const eventIn = (rooms: readonly Room[]): fc.Arbitrary<ScheduleEvent> =>
  fc.record({
    id,
    guid: fc.uuid(),
    code: maybe(fc.stringMatching(/^[A-Z0-9]{6}$/)),
    slug: fc.integer({ min: 0 }).map((number) => `beurs-slug-${number}`),
    url,
    room: fc.constantFrom(...rooms.map((room) => room.name)),
    start: fc.integer({ min: FIRST_MINUTE, max: FIRST_MINUTE + 20 * 1440 }),
    minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.integer({ min: 1, max: 4320 })),
    title,
    subtitle: line(),
    abstract: text,
    description: text,
    type: line(20),
    track: fc.oneof(fc.constant(''), name),
    language: maybe(fc.constantFrom('nl', 'fr', 'en', 'de', 'pt-BR')),
    cancelled: fc.boolean(),
    persons: fc.array(person, { maxLength: 3 }),
    links: fc.array(reference, { maxLength: 3 }),
    attachments: fc.array(reference, { maxLength: 2 }),
    logo: maybe(url),
    recording: maybe(fc.record({ license: line(), optout: fc.boolean(), url: maybe(url), link: maybe(url) })),
    doNotStream: fc.boolean(),
    feedbackUrl: maybe(url),
    originUrl: maybe(url),
    videoUrl: maybe(url),
  })

const room: fc.Arbitrary<Room> = fc.record({
  name,
  guid: maybe(fc.uuid()),
  slug: maybe(fc.constantFrom('zaal-1', 'grote_zaal')),
  capacity: maybe(fc.integer({ min: 1, max: 5000 })),
  description: text,
  url: maybe(url),
  type: maybe(fc.constantFrom('stage', 'workshop')),
})

const unique = <T, K>(items: readonly T[], key: (item: T) => K): T[] => [
  ...new Map(items.map((item) => [key(item), item] as const)).values(),
]

/** Programmes as another system could have them: naughty texts, nights, days of 24 hours and more, summer time in the middle. */
export const scheduleArbitrary: fc.Arbitrary<Schedule> = fc
  .array(room, { minLength: 1, maxLength: 4 })
  .map((rooms) =>
    unique(
      unique(rooms, ({ name }) => name),
      ({ guid, name }) => guid ?? name,
    ),
  )
  .chain((rooms) =>
    fc.record({
      version: name,
      generator: maybe(fc.record({ name, system: fc.constantFrom('', 'https://example.org/'), version: line() })),
      url: maybe(url),
      conference: fc.record({
        acronym: fc.constantFrom('beurs2027', 'smart_beurs'),
        title: name,
        subtitle: line(),
        description: text,
        venue: line(),
        city: line(),
        start: fc.constant('2027-03-12'),
        end: fc.constant('2027-03-31'),
        timeslot: fc.constantFrom(5, 15, 60),
        baseUrl: url,
        url: maybe(url),
        logo: maybe(url),
        timeZone: fc.constantFrom('Europe/Brussels', 'UTC', 'America/New_York'),
        color: maybe(fc.record({ primary: color, background: maybe(color) })),
        keywords: fc.array(name, { maxLength: 3 }),
      }),
      tracks: fc
        .array(fc.record({ name, slug: maybe(fc.constant('muziek-1')), color: maybe(color) }), { maxLength: 3 })
        .map((tracks) => unique(tracks, (track) => track.name)),
      rooms: fc.constant(rooms),
      days: fc.constant([]),
      events: fc.array(eventIn(rooms), { minLength: 1, maxLength: 8 }).map((events) =>
        unique(
          unique(
            unique(events, (event) => event.id),
            ({ slug }) => slug,
          ),
          ({ guid }) => guid,
        ),
      ),
    }),
  )
