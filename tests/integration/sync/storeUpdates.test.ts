import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Queryable, Sql } from '#server/db/client'
import type { Right } from '#server/sync/access/rights'
import { storeUpdates } from '#server/sync/log/storeUpdates'
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

async function fairWith(people: number): Promise<{ fairId: string; rights: [Right, ...Right[]] }> {
  const { fairId } = await fairWithOrganisers(sync, people)
  const rights = await database.sql<Right[]>`
    select m.fair_id as "fairId", m.account_id as "accountId", s.token_hash as session from memberships m
    join sessions s on s.account_id = m.account_id where m.fair_id = ${fairId} order by m.account_id`
  return { fairId, rights: [...rights] as [Right, ...Right[]] }
}
const store = (sql: Queryable, rights: readonly Right[]) =>
  storeUpdates(
    sql as Sql,
    { source: 'test', now: sync.deps.clock.now() },
    rights.map((right, nth) => ({ ...right, bytes: Uint8Array.of(0, nth) })),
  )
const log = (fairId: string) => database.sql<{ position: number; nth: number; accountId: string }[]>`
  select position, get_byte(update_bytes, 1) as nth, account_id as "accountId" from document_log
  where fair_id = ${fairId} order by position`

describe('a batch', () => {
  it('takes each row of those who may, in order, however they and their fairs take turns', async () => {
    const [one, two] = [await fairWith(3), await fairWith(1)]
    const [ada, signedOut, left] = one.rights as [Right, Right, Right]
    const [other] = two.rights
    await database.sql`delete from sessions where token_hash = ${signedOut.session}`
    await database.sql`delete from memberships where fair_id = ${one.fairId} and account_id = ${left.accountId}`
    const elsewhere = { ...other, fairId: one.fairId }
    const stolen = { ...other, session: ada.session }
    const nowhere = { ...ada, fairId: 'no-such-fair' }
    const batch = [left, ada, other, signedOut, ada, elsewhere, stolen, nowhere, other, ada, left]
    expect(await store(database.sql, batch)).toEqual([null, 1, 1, null, 2, null, null, null, 2, 3, null])
    expect(await log(one.fairId)).toEqual(
      [1, 4, 9].map((nth, at) => ({ position: at + 1, nth, accountId: ada.accountId })),
    )
    expect(await log(two.fairId)).toEqual(
      [2, 8].map((nth, at) => ({ position: at + 1, nth, accountId: other.accountId })),
    )
    expect(await store(database.sql, [signedOut])).toEqual([null])
    expect(await store(database.sql, [ada])).toEqual([4])
  })
})

describe('the log of a fair that is deleted', () => {
  it('goes with it, and others stay', async () => {
    const [gone, other] = [await fairWith(1), await fairWith(1)]
    expect(await store(database.sql, [...gone.rights, ...other.rights])).toEqual([1, 1])
    await database.sql`delete from fairs where id = ${gone.fairId}`
    expect(await log(gone.fairId)).toHaveLength(0)
    expect(await log(other.fairId)).toHaveLength(1)
  })

  it('gets no row from an edit that waited for the deletion', async () => {
    const { fairId, rights } = await fairWith(1)
    let stored: Promise<(number | null)[]> | undefined
    await database.sql.begin(async (tx) => {
      await tx`delete from fairs where id = ${fairId}`
      stored = store(database.sql, rights)
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    expect(await stored).toEqual([null])
    expect(await log(fairId)).toHaveLength(0)
  })

  it('keeps no row of an edit that the deletion waited for', async () => {
    const { fairId, rights } = await fairWith(1)
    let deleted: Promise<unknown> | undefined
    await database.sql.begin(async (tx) => {
      await store(tx, rights)
      deleted = database.sql`delete from fairs where id = ${fairId}`.execute()
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await deleted
    expect(await log(fairId)).toHaveLength(0)
  })
})
