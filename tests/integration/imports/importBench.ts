import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createServices, type Services } from '#server/services'
import { loadPlan } from '#server/services/documents/loadDocument'
import type { Actor } from '#shared/access/roles'
import type { Talk } from '#shared/document/records'
import type { FairId, ImportId } from '#shared/kernel/ids'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { editDraft, rowPlan } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps, warmPool } from '#tests/helpers/testDeps'

export let database: TestDatabase
export let deps: TestDeps
export let services: Services
export let owner: Actor
export let fairId: FairId
/** A database of the file's own, and for each test a fair with its owner. */
export function withImports(): void {
  beforeAll(async () => {
    database = await createTestDatabase()
    await warmPool(database.sql)
    deps = testDeps(database.sql)
    services = createServices(deps)
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    owner = await createAccount(database.sql)
    fairId = await createFair(database.sql, { plan: rowPlan(4) })
    await createMember(database.sql, fairId, owner, 'owner')
    deps.clock.advance(60_000)
  })
}

interface Event {
  guid: string
  title: string
  room?: string
  start?: string
  persons?: { guid: string; name: string; biography?: string }[]
  abstract?: string
}

export const event = (n: number, more: Partial<Event> = {}): Event => ({
  guid: `7c9e6679-7425-40de-944b-00000000000${n}`,
  title: `Sessie ${n}`,
  room: n % 2 === 0 ? 'Zaal A' : 'Zaal B',
  start: `2027-03-12T${String(9 + n).padStart(2, '0')}:00:00+01:00`,
  persons: [{ guid: `0f8fad5b-d9cb-469f-a165-00000000000${n}`, name: `Spreker ${n}` }],
  ...more,
})

export const fileOf = (events: Event[]) =>
  new TextEncoder().encode(
    JSON.stringify({
      schedule: {
        version: '1',
        conference: {
          acronym: 'test',
          title: 'Test',
          time_zone_name: 'Europe/Brussels',
          days: [
            {
              date: '2027-03-12',
              rooms: Object.fromEntries(
                [...new Set(events.map(({ room = '' }) => room))].map((room) => [
                  room,
                  events
                    .filter((one) => one.room === room)
                    .map(({ guid, title, start, persons, abstract = '' }, index) => ({
                      ...{
                        guid,
                        title,
                        abstract,
                        room,
                        id: index + 1,
                        duration: '00:45',
                        language: 'nl',
                        type: 'lecture',
                      },
                      ...{ date: start, start: start?.slice(11, 16), subtitle: '', track: '', description: '' },
                      persons: persons?.map((person) => ({ ...person, public_name: person.name })),
                    })),
                ]),
              ),
            },
          ],
        },
      },
    }),
  )

export const EVENTS = [event(0), event(1), event(2)]

export const upload = (bytes: Uint8Array, fileName = 'schedule.json') =>
  services.imports.uploadSchedule(owner, { fairId, fileName, bytes })
export const look = (importId: ImportId) =>
  services.imports.previewScheduleImport(owner, { fairId, importId, state: 'confirmed' })
export const bring = (importId: ImportId, fingerprint: string | null = null) =>
  services.imports.importSchedule(owner, { fairId, importId, state: 'confirmed', fingerprint })
export const undo = (importId: ImportId) => services.imports.undoImport(owner, { fairId, importId })
export const imported = async (events: Event[]) => {
  const importId = await upload(fileOf(events))
  await bring(importId)
  return importId
}

export const plan = async () => (await loadPlan(database.sql, fairId)).plan
export const talks = async () => [...(await plan()).talks.values()].filter(({ removed }) => !removed)
export const titles = async () => (await talks()).map(({ title }) => title.nl).sort()
export const talkCalled = async (title: string): Promise<Talk> => {
  const talk = (await talks()).find((one) => one.title.nl === title)
  if (!talk) throw new Error(`no talk ${title}`)
  return talk
}
export const people = async () =>
  (await database.sql<{ name: string }[]>`select name from people where fair_id = ${fairId} order by name`).map(
    ({ name }) => name,
  )
export const set = (kind: 'talks' | 'stages', id: string, fields: Record<string, never> | object) =>
  editDraft(deps, fairId, [{ op: 'set', kind, id, fields: fields as Record<string, string> }])

export const zero = { new: 0, changed: 0, same: 0 }
