import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScheduleCsv } from '#shared/exchange/csv/readScheduleCsv'
import { writeTalksCsv } from '#shared/exchange/csv/writeTables'
import { readScheduleJson } from '#shared/exchange/schedule/readScheduleJson'
import { readScheduleXml } from '#shared/exchange/schedule/readScheduleXml'
import { JSON_RULES, XML_RULES } from '#shared/exchange/schedule/rules'
import { strictSchedule } from '#shared/exchange/schedule/strictSchedule'
import type { ReadSchedule, Reference, Schedule, ScheduleEvent } from '#shared/exchange/schedule/types'
import { writeScheduleJson } from '#shared/exchange/schedule/writeScheduleJson'
import { writeScheduleXml } from '#shared/exchange/schedule/writeScheduleXml'
import { ajvComplaints } from '#tests/helpers/officialCheckers'
import { clientComplaints } from '#tests/helpers/scheduleClients'
import { scheduleArbitrary } from './scheduleArbitrary'

const options = { timeZone: 'Asia/Tokyo' }
const RUNS = { numRuns: 150 }

function scheduleOf(read: ReadSchedule): Schedule {
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.schedule
}

/** What schedule.xml has no place for, taken away. */
const asXmlCarries = (schedule: Schedule): Schedule => ({
  ...schedule,
  conference: { ...schedule.conference, subtitle: '', description: '', venue: '', city: '', keywords: [] },
  rooms: schedule.rooms.map(({ name, guid }) => ({
    name,
    guid,
    slug: null,
    capacity: null,
    description: '',
    url: null,
    type: null,
  })),
  events: schedule.events.map((event) => ({
    ...event,
    doNotStream: false,
    persons: event.persons.map(({ id, guid, name }) => ({
      id,
      guid,
      code: null,
      name,
      biography: '',
      avatar: null,
      url: null,
      links: [],
    })),
  })),
})

const plainLink = (link: Reference): Reference => ({ ...link, service: '' })

/** What schedule.json has no place for, taken away. */
const asJsonCarries = (schedule: Schedule): Schedule => ({
  ...schedule,
  events: schedule.events.map((event) => ({
    ...event,
    videoUrl: null,
    recording: event.recording && { ...event.recording, url: null, link: null },
    links: event.links.map(plainLink),
    attachments: event.attachments.map(plainLink),
  })),
})

describe('in and out again', () => {
  it('schedule.xml loses nothing that it can carry, and the apps load every part of it', () => {
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        const xml = writeScheduleXml(schedule)
        const once = scheduleOf(readScheduleXml(xml, options))
        expect(once).toEqual(asXmlCarries(strictSchedule(schedule, XML_RULES)))
        expect(writeScheduleXml(once)).toBe(xml)
        expect(clientComplaints(xml).complaints).toEqual([])
      }),
      RUNS,
    )
  })

  it('schedule.json loses nothing that it can carry', () => {
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        const json = writeScheduleJson(schedule)
        const once = scheduleOf(readScheduleJson(json, options))
        expect(once).toEqual(asJsonCarries(strictSchedule(schedule, JSON_RULES)))
        expect(writeScheduleJson(once)).toBe(json)
      }),
      RUNS,
    )
  })

  it('what fits a format is left as it is, and what is made to fit stays so', () => {
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        for (const rules of [XML_RULES, JSON_RULES]) {
          const strict = strictSchedule(schedule, rules)
          expect(strictSchedule(strict, rules)).toEqual(strict)
          expect(strict.events.map(({ title, id, guid, slug }) => [title, id, guid, slug]).sort()).toEqual(
            schedule.events.map(({ title, id, guid, slug }) => [title, id, guid, slug]).sort(),
          )
        }
      }),
      RUNS,
    )
  })

  it('schedule.json is what the official schema asks for', () => {
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        const complaints = ajvComplaints(writeScheduleJson(schedule))
        if (complaints) expect(complaints).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('talks.csv keeps one speaker with a comma in the name apart from two', () => {
    const [schedule] = fc.sample(
      scheduleArbitrary.filter(({ events }) => events.some(({ persons }) => persons.length > 0)),
      { numRuns: 1, seed: 1 },
    )
    const named = (names: string[]) => {
      const [someone] = schedule?.events.flatMap(({ persons }) => persons) ?? []
      const events = (schedule?.events ?? []).map((event) => ({
        ...event,
        persons: names.map((name) => ({ ...(someone as NonNullable<typeof someone>), name })),
      }))
      const csv = writeTalksCsv({ ...(schedule as Schedule), events })
      const [first] = scheduleOf(readScheduleCsv(csv, options)).events
      return first?.persons.map(({ name }) => name)
    }
    for (const names of [
      ['Zoé Passerelle, Atelier Sud'],
      ['Zoé Passerelle', 'Jan Peeters'],
      ['Peeters, Jan', 'De Wit, An'],
    ])
      expect(named(names)).toEqual(names)
  })

  it('talks.csv loses nothing that it can carry', () => {
    const carried = ({ id, guid, title, subtitle, abstract, description, ...event }: ScheduleEvent) => {
      const { type, track, language, cancelled, room, start, minutes, url, persons } = event
      const names = persons.map(({ name }) => name)
      const texts = { title, subtitle, abstract, description, type, track, language }
      return { id, guid, ...texts, cancelled, room, start, minutes, url, names }
    }
    const separable = scheduleArbitrary.filter(({ events }) =>
      events.every(({ persons }) => persons.every(({ name }) => !/[;|]/.test(name))),
    )
    fc.assert(
      fc.property(separable, fc.boolean(), (schedule, byteOrderMark) => {
        const { timeZone } = schedule.conference
        const csv = writeTalksCsv(schedule, { byteOrderMark })
        const once = scheduleOf(readScheduleCsv(csv, { timeZone }))
        const byGuid = (a: { guid: string | null }, b: { guid: string | null }) =>
          (a.guid ?? '') < (b.guid ?? '') ? -1 : 1
        expect(once.events.map(carried).sort(byGuid)).toEqual(schedule.events.map(carried).sort(byGuid))
      }),
      RUNS,
    )
  })
})
