import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPlan } from '#server/services/documents/loadDocument'
import { readSchedule } from '#shared/exchange/schedule/readSchedule'
import { talksFrom } from '#shared/exchange/schedule/talksFrom'
import type { Schedule } from '#shared/exchange/schedule/types'
import { writeScheduleXml } from '#shared/exchange/schedule/writeScheduleXml'
import { createPublishedFair, editDraft, releaseNow } from '#tests/factories/publishedFair'
import { startTestServer, type TestServer } from '#tests/helpers/httpServer'
import { ajvComplaints, clientScriptComplaints, xmllintComplaints } from '#tests/helpers/officialCheckers'
import { clientComplaints } from '#tests/helpers/scheduleClients'
import { sharedData } from '#tests/helpers/sharedData'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

let database: TestDatabase
let deps: TestDeps
let server: TestServer
let source: Schedule
const options = { timeZone: 'Europe/Brussels' }

/** FOSDEM 2025 where it is at hand, else as many talks made up. */
function largeSchedule(): Schedule {
  const file = sharedData('schedules/fosdem-2025.xml')
  const events = Array.from({ length: 943 }, (_, index) => {
    const time = `2025-02-0${1 + (index % 2)}T${String(9 + (Math.floor(index / 80) % 9)).padStart(2, '0')}:00:00+01:00`
    const person = `<persons><person id="${index + 1}">Spreker ${index}</person></persons>`
    return `<room name="Zaal ${index % 40}"><event id="${index + 1}"><title>Sessie ${index}</title><date>${time}</date><duration>00:25</duration>${person}</event></room>`
  })
  const made = `<schedule><conference><title>Groot</title></conference><day date="2025-02-01">${events.join('')}</day></schedule>`
  const read = readSchedule(new Uint8Array(file ?? Buffer.from(made)), options)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.schedule
}

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  server = await startTestServer(deps)
  source = largeSchedule()
  const { fairId, owner } = await createPublishedFair(deps, { slug: 'large' })
  const { plan } = await loadPlan(deps.sql, fairId)
  let count = 0
  const newId = () => `n${count++}`
  const { patch, people } = talksFrom(source, { fairId, plan, people: [], newId, hallId: null, state: 'confirmed' })
  const rows = people.map(({ id, name, guid, carried }) => ({ id, fairId, name, guid, carried }))
  await deps.sql`insert into people (id, fair_id, name, guid, carried, created_at)
    select p->>'id', p->>'fairId', p->>'name', p->>'guid', p->'carried', now()
    from jsonb_array_elements(${deps.sql.json(rows as never)}) p`
  await editDraft(deps, fairId, patch)
  await releaseNow(deps, owner, fairId)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const file = async (name: string) => {
  const response = await fetch(`${server.url}/fairs/large/${name}?lang=en`)
  expect(response.status).toBe(200)
  return await response.text()
}

describe('a fair with 943 talks', () => {
  it('has a schedule.xml that says what the file said from which it came', async () => {
    const xml = await file('schedule.xml')
    expect(clientComplaints(xml)).toEqual({ events: 943, complaints: [] })
    for (const complaints of [xmllintComplaints(xml), clientScriptComplaints(xml)])
      if (complaints !== null) expect(complaints).toBe('')
    const again = readSchedule(new Uint8Array(Buffer.from(xml)), options)
    if (!again.ok) throw new Error(again.refusal.code)
    const told = ({ events }: Schedule) =>
      events.map(({ title, start, minutes, room, abstract, description, links, persons, id }) => ({
        ...{ title, start, minutes, room, abstract, description, links, id },
        persons: persons.map((person) => person.name),
      }))
    const before = readSchedule(new Uint8Array(Buffer.from(writeScheduleXml(source))), options)
    expect(new Set(told(again.schedule).map((event) => JSON.stringify(event)))).toEqual(
      new Set(before.ok ? told(before.schedule).map((event) => JSON.stringify(event)) : []),
    )
  })

  it('has a schedule.json, tables and a calendar of them all', async () => {
    const json = await file('schedule.json')
    const complaints = ajvComplaints(json)
    if (complaints) expect(complaints).toEqual([])
    for (const text of [json, await file('talks.csv')]) {
      const read = readSchedule(new Uint8Array(Buffer.from(text)), options)
      expect(read.ok && read.schedule.events.length).toBe(943)
    }
    const calendar = await file('calendar.ics')
    const events = new ICAL.Component(ICAL.parse(calendar) as never[]).getAllSubcomponents('vevent')
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(943)
    const others = Object.values(nodeIcal.sync.parseICS(calendar)).filter((one) => one?.type === 'VEVENT')
    expect(others).toHaveLength(943)
    expect((await file('stages.csv')).trim().split('\r\n').length).toBe(41)
  })
})
