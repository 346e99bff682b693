import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BYTEA_ARRAY } from '#server/db/arrayTypes'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { CLOSE } from '#shared/protocol/sync'
import { eventually } from '#tests/helpers/eventually'
import { updatesOf } from '#tests/helpers/syncClients'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'
import { writeSnapshot } from '#tests/helpers/writeSnapshot'
import { gesture } from './gestures'
import { type Stage, seeded, setStage } from './stage'

const DAY_MS = 86_400_000
const { seed, random } = seeded()

let database: TestDatabase
let sync: TestSync
let stage: Stage

const placeOf = (doc: Y.Doc, id: string) => doc.getMap('booths').toJSON()[id]?.place

beforeAll(async () => {
  console.log(`offline: SEED=${seed}`)
  database = await createTestDatabase()
  sync = await startTestSync(database.sql)
})
afterAll(async () => {
  await sync?.close()
  await database?.drop()
})

/** One gesture a log row, by somebody who is not here, as long ago as it takes. */
async function othersEdited(fairId: string, doc: Y.Doc, gestures: number): Promise<void> {
  const updates = updatesOf(doc, () => {
    for (let n = 0; n < gestures; n++) gesture(doc, random)
  })
  await database.sql.begin(async (tx) => {
    const [fair] = await tx<{ log_position: number }[]>`select log_position from fairs where id = ${fairId} for update`
    await tx`insert into document_log (fair_id, position, update_bytes)
      select ${fairId}, ${fair!.log_position}::bigint + nth, bytes
      from unnest(${tx.array(updates as never[], BYTEA_ARRAY)}::bytea[]) with ordinality as u (bytes, nth)`
    await tx`update fairs set log_position = log_position + ${updates.length} where id = ${fairId}`
  })
}

describe('an organiser without a network', () => {
  it('reloads, edits, reloads again, and all of it arrives when the network does', async () => {
    stage = await setStage({ sql: database.sql, address: sync.url, editors: 3, random, clock: sync.deps.clock })
    const [traveller, other] = stage.editors
    traveller!.goOffline()
    for (let visit = 0; visit < 4; visit++) {
      for (let n = 0; n < 10; n++) gesture(traveller!.doc, random)
      const { changes } = traveller!.view as { changes: number }
      traveller!.reload()
      expect(traveller!.view).toMatchObject({ kind: 'offline', changes })
      expect(changes).toBeGreaterThan(0)
    }
    applyPatch(traveller!.doc, [{ op: 'set', kind: 'booths', id: 'b1', fields: { note: 'from the train' } }])
    for (let n = 0; n < 30; n++) gesture(other!.doc, random)
    traveller!.goOnline()
    await stage.settle(`SEED=${seed}: back online`)
    stage.close()
  })

  it('comes back after a year: signed out, let in anew, and the old edits are there among thousands', async () => {
    stage = await setStage({ sql: database.sql, address: sync.url, editors: 2, random, clock: sync.deps.clock })
    const [sleeper, other] = stage.editors
    const { fairId, witness } = stage
    sleeper!.goOffline()
    applyPatch(sleeper!.doc, [
      {
        op: 'put',
        kind: 'booths',
        id: 'dream',
        fields: { hallId: 'h1', number: 'Z1', sectorId: null, place: [1, 2, 3000, 3000, 0] },
      },
      { op: 'set', kind: 'booths', id: 'b2', fields: { note: 'a year ago' } },
    ])
    other!.close()
    const years = createFairDocument()
    Y.applyUpdate(years, Y.encodeStateAsUpdate(witness.doc))
    for (let quarter = 0; quarter < 4; quarter++) {
      await othersEdited(fairId, years, 1000)
      sync.deps.clock.advance(91.5 * DAY_MS)
      await sync.services.documents.projectFair(fairId)
      await writeSnapshot(sync.deps, fairId)
    }
    sleeper!.reload()
    sleeper!.goOnline()
    await eventually(() => expect(sleeper!.view).toMatchObject({ kind: 'refused', code: CLOSE.notSignedIn }), 20_000)
    expect(placeOf(sleeper!.doc, 'dream')).toEqual([1, 2, 3000, 3000, 0])
    const cookie = await sync.cookieFor(stage.actors[0]!)
    sleeper!.signIn(cookie)
    stage.editors.splice(0, 2, sleeper!)
    await stage.settle(`SEED=${seed}: a year later`)
    expect(placeOf(sleeper!.doc, 'dream')).toEqual([1, 2, 3000, 3000, 0])
    expect(witness.position).toBeGreaterThan(2000)
    stage.close()
  })
})
