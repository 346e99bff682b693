import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { createFairDocument, recordFields } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import { choicesPatch } from '#shared/merge/choose'
import type { Dispute } from '#shared/merge/dispute'
import { eventually } from '#tests/helpers/eventually'
import { fairWithOrganisers, startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'
import { createFairStore } from '~/canvas/document/fairStore'
import { connectionView } from '~/realtime/connectionState'
import { createReturnWatch } from '~/realtime/returnWatch'
import { createSyncClient } from '~/realtime/syncClient'

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

/** Where nobody listens. */
const NOWHERE = 'ws://127.0.0.1:1'

/** A window of the editor, as app/features/editor/session/liveSession.ts puts it together, without what it keeps on the device. */
function openWindow(fairId: string, cookie: string) {
  const doc = createFairDocument()
  const network = Object.assign(new EventTarget(), { onLine: true })
  const disputes: Dispute[] = []
  const accounts = new Map<number, string>()
  const watch = createReturnWatch({
    doc,
    plan: () => store.plan,
    notes: null,
    accountOf: (client) => accounts.get(client) ?? null,
  })
  const store = createFairStore(doc, {
    onTooLarge: () => {},
    onOwn: (edits) => watch.note(edits, client.connection.link === 'synced'),
  })
  const client = createSyncClient({
    address: sync.url,
    fairId,
    doc,
    restored: 0,
    isOwn: store.isOwn,
    wantsWhole: () => watch.isAway,
    onWhole: watch.hear,
    onWho: (who) => {
      for (const one of who) accounts.set(one.clientId, one.accountId)
    },
    onRepair: () => {},
    network,
    WebSocketImpl: class extends NodeSocket {
      constructor(url: string, protocols?: string | string[]) {
        super(network.onLine ? url : NOWHERE, protocols, { headers: { cookie } })
      }
    } as unknown as typeof WebSocket,
  })
  client.subscribe((model) => {
    if (model.link === 'down') watch.lost()
    if (connectionView(model).kind === 'saved') disputes.push(...watch.settle())
  })
  return {
    ...{ store, disputes, close: () => client.destroy() },
    read: (kind: 'booths' | 'walls', id: string) => recordFields(doc, { kind, id }),
    choose: (side: 'mine' | 'theirs') =>
      store.apply(
        choicesPatch(
          disputes.map((one) => [one, side] as const),
          (key) => recordFields(doc, key),
        ),
      ),
    online: (is: boolean) => {
      network.onLine = is
      network.dispatchEvent(new Event(is ? 'online' : 'offline'))
    },
    saved: () => eventually(() => expect(connectionView(client.connection)).toEqual({ kind: 'saved' })),
  }
}

const place = (x: number) => [x, 0, 3000, 3000, 0]
const START: Patch = [
  { op: 'put', kind: 'booths', id: 'a', fields: { hallId: 'h', number: 'A1', place: place(0) } },
  { op: 'put', kind: 'walls', id: 'w', fields: { hallId: 'h', place: place(0) } },
]
const set = (kind: 'booths' | 'walls', id: string, fields: Record<string, string | number[] | boolean>): Patch => [
  { op: 'set', kind, id, fields },
]

async function twoWindows() {
  const { fairId, people } = await fairWithOrganisers(sync, 2)
  const [ada, bo] = people.map(({ cookie }) => openWindow(fairId, cookie))
  if (!ada || !bo) throw new Error('two were asked for')
  await Promise.all([ada.saved(), bo.saved()])
  bo.store.apply(START)
  await eventually(() => expect(ada.read('walls', 'w')).not.toBeNull())
  await bo.saved()
  return { ada, bo, people }
}

describe('coming back to a server where others went on', () => {
  it('tells mine, theirs and who it was, whichever of the two the merge let stand', async () => {
    const { ada, bo, people } = await twoWindows()
    ada.online(false)
    ada.store.apply(set('booths', 'a', { number: 'M1' }))
    ada.store.apply([{ op: 'delete', kind: 'walls', id: 'w' }])
    bo.store.apply(set('booths', 'a', { number: 'T1' }))
    bo.store.apply(set('walls', 'w', { place: place(500) }))
    await bo.saved()
    ada.online(true)
    await ada.saved()
    expect(ada.disputes.map(({ key }) => key).sort()).toEqual(['booths/a/number', 'walls/w'])
    expect(ada.disputes.find(({ type }) => type === 'field')).toMatchObject({
      mine: { number: 'M1' },
      theirs: { number: 'T1' },
      by: { accountId: people[1]?.accountId },
    })
    expect(bo.disputes).toEqual([])

    ada.choose('theirs')
    await ada.saved()
    await eventually(() => expect(bo.read('walls', 'w')).toMatchObject({ place: place(500) }))
    for (const one of [ada, bo]) expect(one.read('booths', 'a')).toMatchObject({ number: 'T1' })
    ada.close()
    bo.close()
  })

  it('asks nothing of whoever only lost the line, and of two who edit at once', async () => {
    const { ada, bo } = await twoWindows()
    for (let n = 0; n < 10; n++) {
      ada.store.apply(set('booths', 'a', { number: `M${n}` }))
      bo.store.apply(set('booths', 'a', { place: place(n) }))
      ada.online(false)
      ada.store.apply(set('booths', 'a', { number: `N${n}` }))
      ada.online(true)
    }
    await Promise.all([ada.saved(), bo.saved()])
    await eventually(() => expect(bo.read('booths', 'a')).toEqual(ada.read('booths', 'a')))
    expect(ada.read('booths', 'a')).toMatchObject({ number: 'N9', place: place(9) })
    expect([...ada.disputes, ...bo.disputes]).toEqual([])
    ada.close()
    bo.close()
  })
})
