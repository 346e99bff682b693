import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { backupDatabase } from '#server/cli/backupDatabase'
import { writeBackupFile } from '#server/cli/backupFile'
import { restoreDatabase } from '#server/cli/restoreDatabase'
import type { Sql } from '#server/db/client'
import { migrate } from '#server/db/migrate'
import { DEMO_FAIR_ID } from '#server/services/demo/demoFair'
import { seedDemoFair } from '#server/services/demo/seedDemoFair'
import { applyPatch } from '#shared/document/fairDocument'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { type StockClient, stockClient } from '#tests/helpers/syncClients'
import { startTestSync, type TestSync } from '#tests/helpers/syncServer'
import { createTestDatabase, type TestDatabase, testDeps } from '#tests/helpers/testDeps'

import { backupTo, emptyDatabase, inFolder, never, readThrough, rowsOf } from './backupBench'

interface LogRow {
  fair_id: string
  position: number
  update_bytes: Buffer
}

function documentOf(rows: readonly LogRow[]): Uint8Array {
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row.update_bytes)
  return Y.encodeStateAsUpdate(doc)
}

const logOf = (sql: Sql) => sql<LogRow[]>`
  select fair_id, position, update_bytes from document_log order by fair_id, position`

describe('a backup of a fair in use', () => {
  let source: TestDatabase
  let sync: TestSync

  beforeAll(async () => {
    source = await createTestDatabase()
    sync = await startTestSync(source.sql)
    await seedDemoFair(testDeps(source.sql))()
    await createFair(source.sql, { name: { nl: 'É\t\\N "twee" \n \\. 🎪' } })
  })
  afterAll(async () => {
    await sync.close()
    await source.drop()
  })

  async function editors(count: number) {
    const clients: StockClient[] = []
    for (let n = 0; n < count; n++) {
      const actor = await createAccount(source.sql)
      await createMember(source.sql, DEMO_FAIR_ID, actor)
      clients.push(stockClient(sync.url, DEMO_FAIR_ID, { cookie: await sync.cookieFor(actor) }))
    }
    await Promise.all(clients.map((client) => client.synced))
    let editing = true
    let edits = 0
    const work = clients.map(async ({ doc }, n) => {
      while (editing) {
        edits++
        applyPatch(doc, [{ op: 'put', kind: 'sectors', id: `s${n}`, fields: { code: 'AB', tint: edits % 20 } }])
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    })
    return {
      edits: () => edits,
      end: async () => {
        editing = false
        await Promise.all(work)
        const position = async () =>
          (await source.sql`select log_position from fairs where id = ${DEMO_FAIR_ID}`)[0]!.log_position
        let last = -1
        await eventually(async () => {
          const now = await position()
          const still = now === last
          last = now
          expect(still).toBe(true)
        })
        for (const { provider } of clients) provider.destroy()
      },
    }
  }

  it('is of one moment, while people edit', async () => {
    const people = await editors(3)
    await eventually(() => expect(people.edits()).toBeGreaterThan(30))
    const file = inFolder('one.tar.gz')
    await backupTo(file, source.sql)
    const during = people.edits()
    await eventually(() => expect(people.edits()).toBeGreaterThan(during))
    await people.end()

    const sql = await emptyDatabase()
    await restoreDatabase(sql, createReadStream(file))
    const [before, after] = [await logOf(source.sql), await logOf(sql)]
    expect(after.length).toBeGreaterThan(30)
    expect(after.length).toBeLessThan(before.length)
    const fairs = await sql<{ id: string; log_position: number }[]>`select id, log_position from fairs`
    expect(fairs).toHaveLength(2)
    for (const { id, log_position } of fairs) {
      const upTo = (rows: readonly LogRow[]) =>
        rows.filter(({ fair_id, position }) => fair_id === id && position <= log_position)
      expect(after.filter(({ fair_id }) => fair_id === id)).toEqual(upTo(before))
      expect(upTo(after)).toHaveLength(log_position)
      expect(Buffer.from(documentOf(upTo(after))).equals(documentOf(upTo(before)))).toBe(true)
    }
  })

  it('has every row of every table, and ids go on where they were', async () => {
    const file = inFolder('all.tar.gz')
    const sums = await backupTo(file, source.sql)
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
    const sql = await emptyDatabase()
    const { manifest, migrated } = await restoreDatabase(sql, createReadStream(file))
    expect(manifest.version).toBe('1.2.3')
    expect(migrated).toEqual([])
    const [before, after] = [await rowsOf(source.sql), await rowsOf(sql)]
    expect(after).toEqual(before)
    expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(10)
    for (const [table, rows] of Object.entries(before)) expect(sums.tables[table]?.rows).toBe(rows.length)
    const last = Math.max(...(await source.sql<{ id: number }[]>`select id from audit`).map((row) => row.id))
    const [next] = await sql`insert into audit (action, subject, at) values ('a', 's', now()) returning id`
    expect(next?.id).toBe(last + 1)
  })

  it('keeps keys, indexes and collations as they were', async () => {
    const file = inFolder('keys.tar.gz')
    await backupTo(file, source.sql)
    const sql = await emptyDatabase()
    await restoreDatabase(sql, createReadStream(file))
    const schemaOf = async (database: Sql) => [
      await database`select conname, contype, convalidated, pg_get_constraintdef(oid) as definition from pg_constraint
        where connamespace = 'public'::regnamespace order by 1, 4`,
      await database`select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
      await database`select tgname, tgenabled from pg_trigger where not tgisinternal order by 1`,
    ]
    expect(await schemaOf(sql)).toEqual(await schemaOf(source.sql))
    await expect(sql`insert into memberships (fair_id, account_id, role, created_at)
      values ('nowhere', 'nobody', 'owner', now())`).rejects.toThrow('violates foreign key constraint "memberships_')
  })

  it('may be two at once', async () => {
    const files = ['a', 'b'].map((name) => inFolder(`${name}.tar.gz`))
    const [one, two] = await Promise.all(files.map((file) => backupTo(file, source.connectAgain())))
    expect(one).toEqual(two)
    for (const file of files) await readThrough(createReadStream(file))
  })

  it('does not stop another process from starting, and makes one with a newer schema wait', async () => {
    const order: string[] = []
    const file = inFolder('slow.tar.gz')
    const other = source.connectAgain()
    let migration: Promise<unknown> = Promise.resolve()
    await writeBackupFile(file, { force: false, signal: never }, async (sink) => {
      let begun = false
      await backupDatabase(source.sql, '1.2.3', async (bytes) => {
        if (!begun) {
          begun = true
          expect(await migrate(other)).toEqual([])
          migration = other.begin(async (tx) => {
            await tx`select pg_advisory_xact_lock(20270312)`
            order.push('newer schema')
          })
          await eventually(async () =>
            expect(
              await other`select from pg_locks where locktype = 'advisory' and not granted
                and database = (select oid from pg_database where datname = current_database())`,
            ).toHaveLength(1),
          )
        }
        await sink(bytes)
        // The newcomer comes in as soon as the last of it is read, before the file has its name.
        order.push('a piece')
      })
    })
    await migration
    expect(order.indexOf('newer schema')).toBe(order.length - 1)
  })
})

describe('the file', () => {
  let source: TestDatabase
  beforeAll(async () => {
    source = await createTestDatabase()
    await createFair(source.sql)
  })
  afterAll(() => source.drop())

  it('never takes the place of another, unless told to', async () => {
    const file = inFolder('there.tar.gz')
    await writeFile(file, 'precious')
    await expect(backupTo(file, source.sql)).rejects.toThrow('exists already')
    expect(await readFile(file, 'utf8')).toBe('precious')
    await backupTo(file, source.sql, { force: true, signal: never })
    await readThrough(createReadStream(file))
    expect(await readdir(inFolder())).toEqual(['there.tar.gz'])
  })

  it('is not there at all when the backup was stopped half-way, and the database is free again', async () => {
    const stop = new AbortController()
    const [fair] = await source.sql`select id from fairs limit 1`
    await source.sql`insert into document_log (fair_id, position, update_bytes)
      select ${fair?.id}, n, decode(repeat(md5(n::text), 3000), 'hex') from generate_series(1, 300) as n`
    const sql = source.connectAgain()
    const stopped = writeBackupFile(inFolder('half.tar.gz'), { force: false, signal: stop.signal }, (sink) =>
      backupDatabase(sql, '1.2.3', async (bytes) => {
        if (bytes.includes('document_log/000003')) stop.abort(new Error('enough'))
        await sink(bytes)
      }).then(() => {}),
    )
    await expect(stopped).rejects.toThrow('enough')
    expect(await readdir(inFolder())).toEqual([])
    await sql.begin((tx) => tx`lock table document_log in access exclusive mode nowait`)
    await backupTo(inFolder('whole.tar.gz'), sql)
  })
})
