import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CLOSE } from '#shared/protocol/sync'
import { eventually } from '#tests/helpers/eventually'
import { type ConnectOptions, type RawClient, rawClient, stockClient } from '#tests/helpers/syncClients'
import { fairWithOrganisers, startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

let database: TestDatabase
let syncs: TestSync[]
let clients: RawClient[]

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  syncs = []
  clients = []
  for (let n = 0; n < 3; n++) syncs.push(await startTestSync(database.connectAgain()))
})
afterEach(async () => {
  for (const client of clients) client.ws.terminate()
  await Promise.all(syncs.map((sync) => sync.close()))
})
afterAll(() => database.drop())

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** So long that what was sent before would have arrived everywhere. */
const settled = () => wait(250)

async function enter(process: number, fairId: string, { cookie }: { cookie: string }, options: ConnectOptions = {}) {
  const client = rawClient(syncs[process]!.url, fairId, { cookie, ...options })
  clients.push(client)
  await client.opened
  return client
}

/** Notifications on the channel between processes, from now on. */
async function overheard(): Promise<string[]> {
  const heard: string[] = []
  await database.connectAgain().listen('peers', (notification) => heard.push(notification))
  return heard
}

describe('people in one room on several processes', () => {
  it('see each other’s cursors and names, whoever came first', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 3)
    const asking = { params: { ack: '1' } }
    const first = await enter(0, fairId, people[0]!, asking)
    first.sendAwareness([{ clientId: 10, clock: 1, state: { cursor: [1, 2] } }])
    await settled()
    const second = await enter(1, fairId, people[1]!, asking)
    second.sendAwareness([{ clientId: 11, clock: 1, state: { cursor: [3, 4] } }])
    const third = await enter(2, fairId, people[2]!, asking)
    third.sendAwareness([{ clientId: 12, clock: 1, state: { name: 'Organiser 1' } }])
    for (const client of [first, second, third]) {
      await eventually(() => {
        const others = new Map([...client.awareness].filter(([, state]) => state !== 'null'))
        for (const id of [10, 11, 12]) expect([...others.keys()]).toContain(id)
        const names = client.who.at(-1)!.map(({ clientId, name }) => [clientId, name])
        expect(names.sort()).toEqual([
          [10, 'Organiser 1'],
          [11, 'Organiser 2'],
          [12, 'Organiser 3'],
        ])
      })
    }
    first.sendAwareness([{ clientId: 10, clock: 2, state: { cursor: [5, 6] } }])
    await eventually(() => expect(third.awareness.get(10)).toBe('{"cursor":[5,6]}'))
    second.ws.terminate()
    await eventually(() => {
      expect(third.awareness.get(11)).toBe('null')
      expect(
        first.who
          .at(-1)!
          .map(({ clientId }) => clientId)
          .sort(),
      ).toEqual([10, 12])
    })
  })

  it('are not seen in another fair', async () => {
    const one = await fairWithOrganisers(syncs[0]!, 1)
    const other = await fairWithOrganisers(syncs[0]!, 1)
    const speaking = await enter(0, one.fairId, one.people[0]!)
    const elsewhere = await enter(1, other.fairId, other.people[0]!)
    speaking.sendAwareness([{ clientId: 10, clock: 1, state: {} }])
    await settled()
    expect(elsewhere.awareness.size).toBe(0)
  })

  it('may say as much as a connection may: selections of thousands travel in parts', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 2)
    const other = await enter(1, fairId, people[1]!)
    const speaking = await enter(0, fairId, people[0]!)
    const state = { selection: Array.from({ length: 3000 }, (_, n) => `booth-é🎪-${n}`) }
    for (let clock = 1; clock <= 5; clock++) {
      speaking.sendAwareness([{ clientId: 10, clock, state: { ...state, clock } }])
      await wait(20)
    }
    await eventually(() => expect(JSON.parse(other.awareness.get(10)!)).toEqual({ ...state, clock: 5 }))
  })

  it('have stock clients that agree on who is there', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 6)
    const stock = people.map(({ cookie }, n) => stockClient(syncs[n % 3]!.url, fairId, { cookie }))
    await Promise.all(stock.map(({ synced }) => synced))
    for (const [n, { provider }] of stock.entries()) provider.awareness.setLocalState({ n })
    await eventually(() => {
      for (const { provider } of stock) {
        expect([...provider.awareness.getStates().values()].map((state) => state.n).sort()).toEqual([0, 1, 2, 3, 4, 5])
      }
    })
    stock[0]!.provider.destroy()
    await eventually(() => {
      for (const { provider } of stock.slice(1)) expect(provider.awareness.getStates().size).toBe(5)
    })
    for (const { provider } of stock) {
      expect(provider === stock[0]!.provider || provider.wsconnected).toBe(true)
      provider.destroy()
    }
  })
})

describe('an awareness client', () => {
  it('cannot be forged from another process, nor taken away', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 3)
    const owner = await enter(0, fairId, people[0]!)
    const forger = await enter(1, fairId, people[1]!)
    const witness = await enter(2, fairId, people[2]!)
    owner.sendAwareness([{ clientId: 7, clock: 3, state: { by: 'owner' } }])
    for (const client of [forger, witness])
      await eventually(() => expect(client.awareness.get(7)).toBe('{"by":"owner"}'))
    forger.sendAwareness([{ clientId: 7, clock: 3, state: null }])
    forger.sendAwareness([{ clientId: 7, clock: 2, state: { by: 'forger' } }])
    await settled()
    expect(witness.awareness.get(7)).toBe('{"by":"owner"}')
    forger.sendAwareness([{ clientId: 7, clock: 4, state: { by: 'forger' } }])
    expect((await forger.closed).code).toBe(CLOSE.awarenessOfOther)
    await settled()
    expect(witness.awareness.get(7)).toBe('{"by":"owner"}')
    expect(owner.awareness.get(7)).toBe('{"by":"owner"}')
  })

  it('moves with its person from process to process, and the late end of the old connection takes nothing away', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 2)
    const witness = await enter(2, fairId, people[1]!)
    const seen: (string | undefined)[] = []
    const old = await enter(0, fairId, people[0]!)
    old.sendAwareness([{ clientId: 7, clock: 4, state: { at: 0 } }])
    await eventually(() => expect(witness.awareness.get(7)).toBe('{"at":0}'))
    witness.ws.on('message', () => seen.push(witness.awareness.get(7)))
    // As the stock provider does when it is back: the same word, under the same clock.
    const back = await enter(1, fairId, people[0]!)
    back.sendAwareness([{ clientId: 7, clock: 4, state: { at: 0 } }])
    await settled()
    old.ws.terminate()
    await settled()
    expect(seen).not.toContain('null')
    expect(witness.awareness.get(7)).toBe('{"at":0}')
    back.sendAwareness([{ clientId: 7, clock: 5, state: { at: 1 } }])
    await eventually(() => expect(witness.awareness.get(7)).toBe('{"at":1}'))
    back.ws.terminate()
    await eventually(() => expect(witness.awareness.get(7)).toBe('null'))
  })

  it('is let go by its own tab alone: another of the same person does not keep it', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 2)
    const witness = await enter(2, fairId, people[1]!)
    const tab = await enter(0, fairId, people[0]!)
    const besides = await enter(1, fairId, people[0]!)
    besides.sendAwareness([{ clientId: 8, clock: 1, state: { tab: 2 } }])
    tab.sendAwareness([{ clientId: 7, clock: 1, state: { tab: 1 } }])
    await eventually(() => expect(besides.awareness.get(7)).toBe('{"tab":1}'))
    // What stock clients send back, and what tabs of one browser hear from each other before the server does.
    besides.sendAwareness([{ clientId: 7, clock: 1, state: { tab: 1 } }])
    besides.sendAwareness([{ clientId: 7, clock: 2, state: { tab: 1 } }])
    await settled()
    tab.ws.terminate()
    await eventually(() => expect(witness.awareness.get(7)).toBe('null'))
    expect(witness.awareness.get(8)).toBe('{"tab":2}')
  })
})

describe('between processes', () => {
  it('nothing is said of a room that only one of them has', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 2)
    const heard = await overheard()
    const client = await enter(0, fairId, people[0]!)
    for (let clock = 1; clock <= 10; clock++) {
      client.sendAwareness([{ clientId: 7, clock, state: { clock } }])
      await wait(20)
    }
    await settled()
    expect(heard.filter((notification) => notification.includes('"presence"'))).toHaveLength(0)
    await enter(1, fairId, people[1]!)
    await eventually(() => expect(heard.some((notification) => notification.includes('"presence"'))).toBe(true))
  })

  it('nothing at all is said by a process by itself', async () => {
    await Promise.all(syncs.slice(1).map((sync) => sync.close()))
    await eventually(async () => {
      const [row] =
        await database.sql`select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = 2028
        and database = (select oid from pg_database where datname = current_database())`
      expect(row!.n).toBe(1)
    })
    await settled()
    const heard = await overheard()
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 2)
    const [one, two] = [await enter(0, fairId, people[0]!), await enter(0, fairId, people[1]!)]
    one.sendAwareness([{ clientId: 7, clock: 1, state: {} }])
    await eventually(() => expect(two.awareness.has(7)).toBe(true))
    await settled()
    expect(heard).toEqual([])
    syncs.splice(1)
  })

  it('people of one that closes go at once', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 2)
    const leaving = await enter(0, fairId, people[0]!)
    const staying = await enter(1, fairId, people[1]!)
    leaving.sendAwareness([{ clientId: 7, clock: 1, state: {} }])
    await eventually(() => expect(staying.awareness.get(7)).toBe('{}'))
    await syncs[0]!.close()
    syncs.shift()
    await eventually(() => expect(staying.awareness.get(7)).toBe('null'))
  })

  it('what was missed while the line to the database was cut is made good', async () => {
    const { fairId, people } = await fairWithOrganisers(syncs[0]!, 3)
    const [one, two, third] = [
      await enter(0, fairId, people[0]!),
      await enter(1, fairId, people[1]!),
      await enter(2, fairId, people[2]!),
    ]
    one.sendAwareness([{ clientId: 7, clock: 1, state: { at: 1 } }])
    third.sendAwareness([{ clientId: 9, clock: 1, state: {} }])
    await eventually(() => expect(two.awareness.get(7)).toBe('{"at":1}'))
    await eventually(() => expect(two.awareness.get(9)).toBe('{}'))
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and (query ilike 'listen%' or query ilike '%advisory%' or query ilike '%as said%')
        and pid <> pg_backend_pid()`
    one.sendAwareness([{ clientId: 7, clock: 2, state: { at: 2 } }])
    third.ws.terminate()
    two.sendAwareness([{ clientId: 8, clock: 1, state: { here: true } }])
    await eventually(() => {
      expect(two.awareness.get(7)).toBe('{"at":2}')
      expect(two.awareness.get(9)).toBe('null')
      expect(one.awareness.get(8)).toBe('{"here":true}')
    }, 15_000)
  })
})
