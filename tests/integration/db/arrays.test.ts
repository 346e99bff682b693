import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BYTEA_ARRAY } from '#server/db/arrayTypes'
import { createTestDatabase, type TestDatabase } from '#tests/helpers/testDeps'

describe('arrays on their way to PostgreSQL and back', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(async () => await database.drop())

  // PostgreSQL stores neither NUL nor halves of surrogate pairs.
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''))
  const odd = fc.constantFrom('', 'NULL', 'null', '"', '\\', '{}', 'a,b', ' ', '\n', '\\x00')

  it('of text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, odd), { maxLength: 8 }), async (items) => {
        const [row] = await database.sql`select ${items}::text[] as items`
        expect(row?.items).toEqual(items)
      }),
      { numRuns: 60 },
    )
  })

  it('of whole numbers, of bytes, and empty ones', async () => {
    const bytes = [Uint8Array.of(), Uint8Array.of(0, 1, 92, 255)]
    const [row] = await database.sql`select ${[1, -2, 2 ** 52]}::bigint[] as numbers, ${[]}::text[] as none,
      ${database.sql.array(bytes as never[], BYTEA_ARRAY)}::bytea[] as bytes, array[null, 'x']::text[] as gaps`
    expect(row).toMatchObject({ numbers: [1, -2, 2 ** 52], none: [], gaps: [null, 'x'] })
    expect(((row?.bytes ?? []) as Uint8Array[]).map((item) => [...item])).toEqual(bytes.map((item) => [...item]))
  })
})
