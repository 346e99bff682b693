import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { tarEnd, tarEntry } from '#server/cli/backupTar'
import { restoreDatabase } from '#server/cli/restoreDatabase'
import { connect, type Sql } from '#server/db/client'
import { migrate, migrationNames, runMigrations } from '#server/db/migrate'
import { createAccount, createFair, createMember } from '#tests/factories/fair'
import { eventually } from '#tests/helpers/eventually'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

import { backupTo, emptyDatabase, inFolder, readThrough, rowsOf, tablesIn } from './backupBench'

describe('what a restore refuses', () => {
  let file: string
  let bytes: Buffer
  let source: TestDatabase

  beforeAll(async () => {
    source = await createTestDatabase()
    const actor = await createAccount(source.sql)
    for (let n = 0; n < 5; n++) await createMember(source.sql, await createFair(source.sql), actor)
    // Enough for several pieces, of bytes that do not shrink.
    const [fair] = await source.sql`select id from fairs limit 1`
    for (let n = 1; n <= 4; n++)
      await source.sql`insert into document_log (fair_id, position, update_bytes)
        values (${fair?.id}, ${n}, ${randomBytes(600_000)})`
  })
  beforeEach(async () => {
    file = inFolder('good.tar.gz')
    await backupTo(file, source.sql)
    bytes = await readFile(file)
  })
  afterAll(() => source.drop())

  /** What is said of a file when it is only read. */
  const verdict = (content: Buffer) =>
    readThrough(Readable.from([content])).then(
      () => 'whole',
      (error: Error) => error.message,
    )
  const refusal = async (content: Buffer, sql: Sql) => {
    const before = await tablesIn(sql)
    const message = await restoreDatabase(sql, Readable.from([content])).then(
      () => 'restored',
      (error: Error) => error.message,
    )
    expect(await tablesIn(sql)).toBe(before)
    return message
  }

  it.each([0.01, 0.3, 0.7, 0.999])('a file that was cut off at %f of its length', async (share) => {
    expect(await verdict(bytes.subarray(0, Math.floor(bytes.length * share)))).toContain('cut off')
  })

  it('a file without its last bytes, which hold only check sums', async () => {
    expect(await verdict(bytes.subarray(0, -1))).toContain('cut off')
  })

  it('an empty file, or one of something else', async () => {
    expect(await verdict(Buffer.alloc(0))).toMatch(/cut off|not a backup/)
    expect(await verdict(Buffer.from('hello'))).toContain('not a backup')
    expect(await verdict(gzipSync('hello'.repeat(1000)))).toMatch(/damaged|not a backup/)
    const other = Buffer.concat([tarEntry({ name: 'x.txt', body: Buffer.from('x') }, new Date()), tarEnd()])
    expect(await verdict(gzipSync(other))).toContain('not a backup')
  })

  it('such a file also in the middle of it, and leaves the database as empty as it was', async () => {
    expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * 0.8)), await emptyDatabase())).toContain('cut off')
    const tar = gunzipSync(bytes)
    tar.write('Eva Peeters', tar.indexOf('Ada Peeters'))
    expect(await refusal(gzipSync(tar), await emptyDatabase())).toContain('damaged')
  })

  it('a file in which one byte changed, wherever it is', async () => {
    for (const share of [0.2, 0.5, 0.8]) {
      const changed = Buffer.from(bytes)
      const at = Math.floor(changed.length * share)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await verdict(changed)).toMatch(/damaged|cut off/)
    }
  })

  it('a backup of a newer schema, or in a later format', async () => {
    const changed = (from: string, to: string) => {
      const tar = gunzipSync(bytes)
      tar.write(to, tar.indexOf(from))
      return gzipSync(tar)
    }
    expect(await refusal(changed('0003_talk_history.sql', '9999_talk_history.sql'), await emptyDatabase())).toContain(
      'newer schema',
    )
    expect(await verdict(changed('"format": 1', '"format": 7'))).toContain('later version')
  })

  it('a database that holds something', async () => {
    const sql = await emptyDatabase()
    await migrate(sql)
    await createAccount(sql)
    expect(await refusal(bytes, sql)).toContain('not empty (accounts)')
    expect(await sql`select from accounts`).toHaveLength(1)
  })

  it("a database with somebody else's tables", async () => {
    const sql = await emptyDatabase()
    await sql`create table shop (id int)`
    expect(await refusal(bytes, sql)).toContain('not of Beursvloer')
  })

  it('a database on which the app runs', async () => {
    const sql = await emptyDatabase()
    await migrate(sql)
    const [{ name } = { name: '' }] = await sql<{ name: string }[]>`select current_database() as name`
    const app = connect({ socketFolder: inject('socketFolder'), database: name, maxConnections: 1 })
    await app`select 1`
    expect(await refusal(bytes, sql)).toContain('running')
    await app.end()
    await eventually(async () => expect(await refusal(bytes, sql)).toBe('restored'))
  })

  it('nothing, where the tables are there already and empty', async () => {
    const sql = await emptyDatabase()
    await migrate(sql)
    await restoreDatabase(sql, Readable.from([bytes]))
    expect(await rowsOf(sql)).toEqual(await rowsOf(source.sql))
  })

  it('leaves the database empty when it is cut off from it half-way, and works the second time', async () => {
    const sql = await emptyDatabase()
    const [{ name } = { name: '' }] = await sql<{ name: string }[]>`select current_database() as name`
    const slow = new PassThrough()
    const restoring = restoreDatabase(sql, slow).then(
      () => 'restored',
      () => 'failed',
    )
    slow.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
    const admin = connect({ socketFolder: inject('socketFolder'), database: 'postgres', maxConnections: 1 })
    await eventually(async () => {
      const ended = await admin`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = ${name} and query ilike 'copy%from stdin' and state = 'active'`
      expect(ended).toHaveLength(1)
    })
    slow.end(bytes.subarray(Math.floor(bytes.length / 2)))
    expect(await restoring).toBe('failed')
    expect(await tablesIn(sql)).toBe(0)
    // As a second run of the program would: the connection that was ended in the middle of a COPY says so once more to its next user.
    const again = connect({ socketFolder: inject('socketFolder'), database: name, maxConnections: 2 })
    await restoreDatabase(again, Readable.from([bytes]))
    expect(await rowsOf(again)).toEqual(await rowsOf(source.sql))
    await Promise.all([admin.end(), again.end()])
  })
})

describe('an older backup', () => {
  it('is restored and then brought up to date; its tables are not put into newer ones', async () => {
    const old = await emptyDatabase()
    const names = (await migrationNames()).slice(0, 2)
    await old.begin((tx) => runMigrations(tx, (name) => names.includes(name)))
    await createFair(old)
    const file = inFolder('old.tar.gz')
    await backupTo(file, old)

    const sql = await emptyDatabase()
    const { migrated } = await restoreDatabase(sql, createReadStream(file))
    expect(migrated).toEqual((await migrationNames()).slice(2))
    expect(await sql`select from fairs`).toHaveLength(1)
    expect(await sql`select from talk_history`).toHaveLength(0)

    const newer = await emptyDatabase()
    await migrate(newer)
    await expect(restoreDatabase(newer, createReadStream(file))).rejects.toThrow('newer than the backup')
  })
})
