import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLOSE } from '#shared/protocol/sync'
import { eventually } from '#tests/helpers/eventually'
import { rawClient, stockClient } from '#tests/helpers/syncClients'
import { fairWithOrganisers, startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

let database: TestDatabase
let sync: TestSync

beforeAll(async () => {
  database = await createTestDatabase()
  sync = await startTestSync(database.sql)
})
afterAll(async () => {
  await sync.close()
  await database.drop()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('presence', () => {
  it('goes from stock client to stock client, and ends with the connection', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 3)
    const [a, b, c] = people.map(({ cookie }) => stockClient(sync.url, fairId, { cookie }))
    await Promise.all([a!.synced, b!.synced, c!.synced])
    a!.provider.awareness.setLocalState({ cursor: [1, 2] })
    for (const other of [b!, c!]) {
      await eventually(() =>
        expect(other.provider.awareness.getStates().get(a!.doc.clientID)).toEqual({ cursor: [1, 2] }),
      )
    }
    // Cut off without a word.
    ;(a!.provider.ws as unknown as { terminate(): void }).terminate()
    a!.provider.shouldConnect = false
    for (const other of [b!, c!]) {
      await eventually(() => expect(other.provider.awareness.getStates().has(a!.doc.clientID)).toBe(false), 1000)
    }
    await wait(200)
    for (const client of [b!, c!]) {
      expect(client.provider.wsconnected).toBe(true)
      client.provider.destroy()
    }
    a!.provider.destroy()
  })

  it('cannot be forged: whoever speaks for another person is out, and is not passed on', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 3)
    const [a, forger, c] = people.map(({ cookie }) => rawClient(sync.url, fairId, { cookie }))
    await Promise.all([a!.opened, forger!.opened, c!.opened])
    a!.sendAwareness([{ clientId: 7, clock: 1, state: { by: 'a' } }])
    await eventually(() => expect(c!.awareness.get(7)).toBe('{"by":"a"}'))
    forger!.sendAwareness([{ clientId: 7, clock: 2, state: { by: 'forger' } }])
    expect((await forger!.closed).code).toBe(CLOSE.awarenessOfOther)
    await wait(60)
    expect(c!.awareness.get(7)).toBe('{"by":"a"}')
    for (const client of [a!, c!]) client.ws.close()
  })

  it('is not taken away by others either, nor called back after its end by an echo', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 2)
    const [a, b] = people.map(({ cookie }) => rawClient(sync.url, fairId, { cookie }))
    await Promise.all([a!.opened, b!.opened])
    b!.sendAwareness([{ clientId: 8, clock: 1, state: {} }])
    a!.sendAwareness([{ clientId: 7, clock: 5, state: { here: true } }])
    await eventually(() => expect(b!.awareness.get(7)).toBe('{"here":true}'))
    b!.sendAwareness([{ clientId: 7, clock: 5, state: null }])
    b!.sendAwareness([{ clientId: 7, clock: 4, state: { here: false } }])
    await wait(60)
    expect(b!.awareness.get(7)).toBe('{"here":true}')
    a!.ws.terminate()
    await eventually(() => expect(b!.awareness.get(7)).toBe('null'))
    b!.sendAwareness([{ clientId: 7, clock: 5, state: { here: true } }])
    const late = rawClient(sync.url, fairId, { cookie: people[0]!.cookie })
    await eventually(() => expect(late.awareness.has(8)).toBe(true))
    expect(late.awareness.has(7)).toBe(false)
    for (const client of [b!, late]) client.ws.close()
  })

  it('comes back with the person who comes back, though the old connection hangs', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 2)
    const hanging = rawClient(sync.url, fairId, { cookie: people[0]!.cookie })
    const other = rawClient(sync.url, fairId, { cookie: people[1]!.cookie })
    await Promise.all([hanging.opened, other.opened])
    hanging.sendAwareness([{ clientId: 7, clock: 1, state: { try: 1 } }])
    await eventually(() => expect(other.awareness.get(7)).toBe('{"try":1}'))
    hanging.ws.pause()
    const back = rawClient(sync.url, fairId, { cookie: people[0]!.cookie })
    await back.opened
    back.sendAwareness([{ clientId: 7, clock: 2, state: { try: 2 } }])
    await wait(3500)
    back.sendAwareness([{ clientId: 7, clock: 3, state: { try: 3 } }])
    await eventually(() => expect(other.awareness.get(7)).toBe('{"try":3}'))
    hanging.ws.terminate()
    for (const client of [back, other]) client.ws.close()
  })
})

describe('who is here', () => {
  it('is told by the server to those who ask: name and colour of the account, whatever the client says', async () => {
    const { fairId, people } = await fairWithOrganisers(sync, 2)
    const asking = rawClient(sync.url, fairId, { cookie: people[0]!.cookie, params: { ack: '1' } })
    const other = rawClient(sync.url, fairId, { cookie: people[1]!.cookie })
    await Promise.all([asking.opened, other.opened])
    other.sendAwareness([{ clientId: 21, clock: 1, state: { name: 'The director' } }])
    await eventually(() => expect(asking.who.at(-1)).toHaveLength(1))
    const [who] = asking.who.at(-1)!
    expect(who).toMatchObject({ clientId: 21, accountId: people[1]!.accountId, name: 'Organiser 2' })
    expect(who!.colour).toBeGreaterThanOrEqual(0)
    expect(who!.colour).toBeLessThan(12)
    other.ws.close()
    await eventually(() => expect(asking.who.at(-1)).toEqual([]))
    asking.ws.close()
  })
})
