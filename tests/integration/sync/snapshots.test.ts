import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BYTEA_ARRAY } from '#server/db/arrayTypes'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { eventually } from '#tests/helpers/eventually'
import { contentOf, rawClient, stockClient, updatesOf } from '#tests/helpers/syncClients'
import { fairWithOrganisers, startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'
import { writeSnapshot } from '#tests/helpers/writeSnapshot'

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

/** A fair whose log has so many rows, 150 booths being moved about. */
async function editedFair(rows: number) {
  const { fairId, people } = await fairWithOrganisers(sync, 1)
  const doc = createFairDocument()
  const updates = updatesOf(doc, () => {
    for (let n = 0; n < rows; n++) {
      const id = `b${n % 150}`
      const place = [n, n, 3000, 3000, 0]
      if (n < 150) applyPatch(doc, [{ op: 'put', kind: 'booths', id, fields: { hallId: 'h', number: id, place } }])
      else applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields: { place } }])
    }
  })
  await database.sql`insert into document_log (fair_id, position, update_bytes)
    select ${fairId}, nth, bytes from unnest(${database.sql.array(updates as never[], BYTEA_ARRAY)}::bytea[]) with ordinality as u (bytes, nth)`
  await database.sql`update fairs set log_position = ${rows}, projected_position = ${rows} where id = ${fairId}`
  return { fairId, cookie: people[0]!.cookie, doc }
}

/** From the handshake to the whole document, on a process that has not opened the fair yet. */
async function timeToOpen(fairId: string, cookie: string): Promise<number> {
  const server = await startTestSync(database.connectAgain())
  const started = performance.now()
  const client = rawClient(server.url, fairId, { cookie })
  await client.opened
  const whole = new Promise<void>((resolve) => {
    client.onUpdate = () => resolve()
  })
  client.send(Uint8Array.of(0, 0, 1, 0))
  await whole
  const took = performance.now() - started
  client.ws.close()
  await server.close()
  return took
}

describe('snapshots', () => {
  it('let a fair with 20,000 log rows open as fast as a new one, and hold the same', async () => {
    const { fairId, cookie, doc } = await editedFair(20_000)
    await timeToOpen(fairId, cookie)
    const slow = await timeToOpen(fairId, cookie)
    await writeSnapshot(sync.deps, fairId)
    const fresh = await editedFair(150)
    await timeToOpen(fresh.fairId, fresh.cookie)
    // The best of some, in turn: other programs only ever add time.
    const times = { old: [] as number[], young: [] as number[] }
    for (let n = 0; n < 7; n++) {
      times.old.push(await timeToOpen(fairId, cookie))
      times.young.push(await timeToOpen(fresh.fairId, fresh.cookie))
    }
    const [old, young] = [Math.min(...times.old), Math.min(...times.young)]
    console.log(
      `open: ${young.toFixed(0)} ms new, ${old.toFixed(0)} ms with 20,000 rows and a snapshot, ${slow.toFixed(0)} ms without`,
    )
    expect(old).toBeLessThan(young * 2 + 20)
    const client = stockClient(sync.url, fairId, { cookie })
    await client.synced
    expect(contentOf(client.doc)).toEqual(contentOf(doc))
    client.provider.destroy()
    expect(await database.sql`select from document_log where fair_id = ${fairId}`).toHaveLength(20_000)
  }, 120_000)

  it('are written in a quiet moment while people are in; whoever comes then gets the same', async () => {
    const { fairId, cookie, doc } = await editedFair(600)
    const client = stockClient(sync.url, fairId, { cookie })
    await client.synced
    await eventually(async () => {
      expect(await database.sql`select position from document_snapshots where fair_id = ${fairId}`).toMatchObject([
        { position: 600 },
      ])
    }, 10_000)
    applyPatch(client.doc, [{ op: 'set', kind: 'booths', id: 'b1', fields: { number: 'after' } }])
    applyPatch(doc, [{ op: 'set', kind: 'booths', id: 'b1', fields: { number: 'after' } }])
    const late = stockClient(sync.url, fairId, { cookie })
    await late.synced
    await eventually(() => expect(contentOf(late.doc)).toEqual(contentOf(doc)))
    // Nobody had to be asked again for what the snapshot has.
    const [last] = await database.sql<{ bytes: number }[]>`
      select length(update_bytes) as bytes from document_log where fair_id = ${fairId} and position = 601`
    expect(last!.bytes).toBeLessThan(200)
    for (const one of [client, late]) one.provider.destroy()
  })
})
