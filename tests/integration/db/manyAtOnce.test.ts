import net from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase, warmPool } from '#tests/helpers/testDeps'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await warmPool(database.sql)
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => database.drop())

/** Each socket says that it is full, as it does when the database reads slower than we write; what is written goes out all the same. */
function fullSockets(): void {
  const write = net.Socket.prototype.write as (this: net.Socket, ...args: unknown[]) => boolean
  vi.spyOn(net.Socket.prototype, 'write').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    write.apply(this, args)
    return false
  })
}

it('queries and transactions of many at once, on a database that is slow to read, are answered and whole', async () => {
  const { sql } = database
  await sql`create table tallies (n integer primary key)`
  fullSockets()
  let n = 0
  const read = async (length: number) => {
    const [row] = await sql<{ length: number }[]>`select length(${'x'.repeat(length)})`
    return row?.length === length ? 'right' : 'wrong'
  }
  const write = async () => {
    const mine = n++
    const isBad = mine % 2 === 0
    try {
      await sql.begin(async (tx) => {
        await tx`insert into tallies values (${mine})`
        if (isBad) throw new Error('taken back')
      })
      return 'right'
    } catch (error) {
      return isBad && String(error) === 'Error: taken back' ? 'right' : String(error)
    }
  }
  // Three a connection, longer by and by: the driver writes in pieces of a kilobyte, and BEGIN may be what fills one.
  for (let length = 200; length < 340; length += 4) {
    const reads = Array.from({ length: 60 }, () => read(length))
    const writes = Array.from({ length: 20 }, write)
    expect(new Set(await Promise.all([...reads, ...writes]))).toEqual(new Set(['right']))
  }
  const [{ count = 0 } = {}] = await sql<{ count: number }[]>`select count(*)::int as count from tallies`
  expect(count).toBe(n / 2)
})
