import { chmod, mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { awaitDatabase } from '#server/db/awaitDatabase'
import { connect, type Sql } from '#server/db/client'
import { isDatabaseAway } from '#server/db/errors'
import { listen } from '#server/db/listen'
import { notify } from '#server/db/notify'
import { eventually } from '#tests/helpers/eventually'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

/** Between the pool and the database, to be pulled like a cable. */
async function cable(socketFolder: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'cable-'))
  await chmod(folder, 0o755)
  const lines = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(path.join(socketFolder, '.s.PGSQL.5432'))
    lines.add(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {}).pipe(other)
      one.on('close', () => other.destroy())
    }
    near.on('close', () => lines.delete(near))
  })
  const address = path.join(folder, '.s.PGSQL.5432')
  const plugIn = () => new Promise<void>((resolve) => server.listen(address, resolve))
  const cut = () => {
    for (const line of lines) line.destroy()
  }
  await plugIn()
  return {
    folder,
    plugIn,
    cut,
    pull: () => {
      server.close()
      cut()
    },
    close: async () => {
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

let database: TestDatabase
let line: Awaited<ReturnType<typeof cable>>
let sql: Sql

beforeAll(async () => {
  database = await createTestDatabase()
  line = await cable(inject('socketFolder'))
  sql = connect({ socketFolder: line.folder, database: database.name, maxConnections: 5 })
})
afterAll(async () => {
  await sql.end({ timeout: 1 })
  await line.close()
  await database.drop()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a start before the database', () => {
  it('waits for it, and not for what waiting does not mend', async () => {
    line.pull()
    let waited = false
    const start = awaitDatabase(sql, () => {
      waited = true
    })
    await eventually(() => expect(waited).toBe(true))
    await expect(awaitDatabase(sql, () => {}, 0)).rejects.toSatisfy(isDatabaseAway)
    await line.plugIn()
    await start
    const nowhere = connect({ socketFolder: line.folder, database: 'there_is_no_such_database', maxConnections: 1 })
    await expect(awaitDatabase(nowhere)).rejects.toThrow('does not exist')
    await nowhere.end({ timeout: 1 })
  })
})

describe('a connection lost in the middle of a transaction', () => {
  it('fails that transaction, and nothing else', async () => {
    for (let n = 0; n < 25; n++) {
      const work = [
        sql.begin(async (tx) => {
          await tx`select pg_sleep(0.02)`
          await tx`select pg_sleep(0.02)`
        }),
        sql.begin(async (tx) => {
          await tx`select 1`
          await wait(30)
          await tx`select 2`
        }),
        sql.begin((tx) =>
          tx.savepoint(async (inner) => {
            await inner`select pg_sleep(0.04)`
          }),
        ),
        sql.begin(async (tx) => await Promise.all([tx`select pg_sleep(0.02)`, tx`select pg_sleep(0.02)`])),
      ].map((one) =>
        one.then(
          () => null,
          (error: unknown) => error,
        ),
      )
      await wait(n)
      line.cut()
      const results = await Promise.all(work)
      for (const error of results) if (error !== null) expect(isDatabaseAway(error), String(error)).toBe(true)
    }
    expect(await sql`select 1 as one`).toMatchObject([{ one: 1 }])
  })

  it('rolls back what fails for another reason', async () => {
    await sql`create table if not exists kept (n integer)`
    await expect(
      sql.begin(async (tx) => {
        await tx`insert into kept values (1)`
        throw new Error('mine')
      }),
    ).rejects.toThrow('mine')
    await expect(sql.begin((tx) => tx`insert into kept values ('x')`)).rejects.toThrow('integer')
    expect(await sql`select from kept`).toHaveLength(0)
    const answer = await sql.begin('isolation level serializable', async (tx) => {
      await tx.savepoint((inner) => inner`insert into kept values ('x')`).catch(() => 'refused')
      await tx`insert into kept values (2)`
      return 'kept'
    })
    expect(answer).toBe('kept')
    expect(await sql`select n from kept`).toMatchObject([{ n: 2 }])
  })
})

describe('listening', () => {
  it('goes on after the database was away for a while, and says so', async () => {
    const heard: string[] = []
    let listening = 0
    const end = await listen(sql, 'release_changed', {
      onMessage: ({ fairId }) => heard.push(fairId),
      onListening: () => listening++,
    })
    expect(listening).toBe(1)
    line.pull()
    await wait(3000)
    await line.plugIn()
    await eventually(() => expect(listening).toBeGreaterThan(1), 2000)
    await notify(database.sql, 'release_changed', { fairId: 'f1' })
    await eventually(() => expect(heard).toEqual(['f1']))
    await end()
  })
})

describe('a connection lost under many queries', () => {
  it('lets every one of them end, and the next ones through at once', { timeout: 120_000 }, async () => {
    const pool = connect({ socketFolder: line.folder, database: database.name, maxConnections: 1 })
    for (let round = 0; round < 12; round++) {
      await eventually(() => pool`select 1`, 30_000)
      let asked = 0
      let ended = 0
      let isLost = false
      const ask = () => {
        asked++
        pool`select 1`.then(
          () => ended++,
          () => {
            ended++
            isLost = true
          },
        )
      }
      ask()
      line.cut()
      while (!isLost) {
        await new Promise((resolve) => setImmediate(resolve))
        ask()
      }
      ask()
      await eventually(() => expect(ended, `round ${round}`).toBe(asked), 30_000)
    }
    await pool.end({ timeout: 1 })
  })
})
