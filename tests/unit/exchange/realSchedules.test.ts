import { describe, expect, it } from 'vitest'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Plan, type RecordKind, type Talk } from '#shared/document/records'
import { readSchedule } from '#shared/exchange/schedule/readSchedule'
import { JSON_RULES, XML_RULES } from '#shared/exchange/schedule/rules'
import { strictSchedule } from '#shared/exchange/schedule/strictSchedule'
import { talksFrom } from '#shared/exchange/schedule/talksFrom'
import type { Schedule } from '#shared/exchange/schedule/types'
import { writeScheduleJson } from '#shared/exchange/schedule/writeScheduleJson'
import { writeScheduleXml } from '#shared/exchange/schedule/writeScheduleXml'
import type { TalkId } from '#shared/kernel/ids'
import { ajvComplaints, clientScriptComplaints, xmllintComplaints } from '#tests/helpers/officialCheckers'
import { clientComplaints } from '#tests/helpers/scheduleClients'
import { sharedData } from '#tests/helpers/sharedData'

const options = { timeZone: 'Europe/Brussels' }
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

function read(file: Uint8Array) {
  const result = readSchedule(file, options)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result
}

/** What a file is about, apart from what one of the formats has no place for. */
const essence = ({ events, days, rooms }: Schedule) => ({
  days,
  rooms: rooms.map(({ name }) => name),
  events: events.map(
    ({ slug: _slug, code: _code, guid: _guid, id: _id, persons, attachments, url: _url, ...event }) => ({
      ...event,
      persons: persons.map(({ name }) => name),
      attachments: attachments.map(({ url, title }) => [url, title]),
      recording: event.recording && { license: event.recording.license, optout: event.recording.optout },
    }),
  ),
})

const FILES = [
  ['fosdem-2007.xml', 215, 18],
  ['fosdem-2013.xml', 487, 24],
  ['fosdem-2022.xml', 730, 102],
  ['fosdem-2025.xml', 943, 40],
  ['minimal-ok-schedule.xml', 1, 1],
  ['voc-frab-camp2019.json', 79, 2],
  ['voc-hub-schedule2.json', 2, 5],
  ['voc-invalid-example.json', 1, 1],
  ['voc-pretalx-democon.json', 36, 2],
] as const

describe.each(FILES)('%s', (name, talks, rooms) => {
  const file = sharedData(`schedules/${name}`)

  it(`has ${talks} talks in ${rooms} rooms`, () => {
    if (!file) return
    const { schedule } = read(file)
    expect([schedule.events.length, schedule.rooms.length]).toEqual([talks, rooms])
    expect(schedule.events.every(({ start, room }) => start !== null && room !== null)).toBe(true)
  })

  it('goes out as the official schemas and the apps have it, and comes in again the same', () => {
    if (!file) return
    const { schedule } = read(file)
    const [xml, json] = [writeScheduleXml(schedule), writeScheduleJson(schedule)]
    expect(clientComplaints(xml)).toEqual({ events: talks, complaints: [] })
    for (const complaints of [xmllintComplaints(xml), clientScriptComplaints(xml)])
      if (complaints !== null) expect(complaints).toBe('')
    const complaints = ajvComplaints(json)
    if (complaints) expect(complaints).toEqual([])

    const [fromXml, fromJson] = [read(bytes(xml)).schedule, read(bytes(json)).schedule]
    expect(essence(fromXml)).toEqual(essence(strictSchedule(schedule, XML_RULES)))
    expect(essence(fromJson)).toEqual(essence(strictSchedule(schedule, JSON_RULES)))
    expect(writeScheduleXml(fromXml)).toBe(xml)
    expect(writeScheduleJson(fromJson)).toBe(json)
  })

  it('comes in as talks that the document takes, and the same file again changes nothing', () => {
    if (!file) return
    const { schedule } = read(file)
    const { plan, people, imported } = importedInto(emptyPlan(), schedule)
    expect(imported.talks).toHaveLength(talks)
    expect(plan.talks.size).toBe(talks)
    expect(plan.stages.size).toBe(rooms)
    expect([...plan.talks.values()].filter((talk) => talk.slot === null)).toEqual([])
    const again = talksFrom(schedule, { ...settings(), plan, people })
    expect(again.patch).toEqual([])
    expect(new Set([...again.talks, ...again.stages, ...again.people].map(({ fate }) => fate))).toEqual(
      new Set(['same']),
    )
  })
})

describe('speakers and rooms of real programmes', () => {
  it.each([
    ['fosdem-2025.xml', 1],
    ['fosdem-2022.xml', 1],
  ])('%s: %d speaker is at two places at once, no room is taken twice', (name, expected) => {
    const file = sharedData(`schedules/${name}`)
    if (!file) return
    const { plan } = importedInto(emptyPlan(), read(file).schedule)
    const talks = [...plan.talks.values()]
    const meet = (key: (talk: Talk) => readonly string[]) =>
      talks.flatMap((a, index) =>
        talks.slice(index + 1).filter((b) => {
          const [, start = 0, minutes = 0] = a.slot ?? []
          const [, other = 0, long = 0] = b.slot ?? []
          return start < other + long && other < start + minutes && key(a).some((one) => key(b).includes(one))
        }),
      ).length
    expect(meet(({ speakerIds }) => speakerIds)).toBe(expected)
    expect(meet(({ slot }) => (slot ? [slot[0]] : []))).toBe(0)
  })
})

function settings() {
  let count = 0
  return { fairId: 'fair', newId: () => `n${count++}`, hallId: null, state: 'confirmed' as const }
}

function importedInto(plan: Plan, schedule: Schedule) {
  const imported = talksFrom(schedule, { ...settings(), plan, people: [] })
  for (const change of imported.patch) {
    if (change.op !== 'put') throw new Error('nothing was there to change')
    const decoded = decodeRecord(change.kind, change.id, change.fields)
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.malformed))
    ;(plan[change.kind as RecordKind] as Map<string, unknown>).set(change.id as TalkId, decoded.record)
  }
  return { plan, people: imported.people, imported }
}
