import { expect, test } from 'vitest'
import { decodeRecord } from '#shared/document/records'
import { DEFAULT_SECTORS } from '#shared/fairs/defaultSectors'

test('twenty sectors, each with a code and a tint of its own and a name in three languages', () => {
  expect(DEFAULT_SECTORS).toHaveLength(20)
  expect(new Set(DEFAULT_SECTORS.map((sector) => sector.id)).size).toBe(20)
  expect(new Set(DEFAULT_SECTORS.map((sector) => sector.code)).size).toBe(20)
  expect(DEFAULT_SECTORS.map((sector) => sector.tint)).toEqual([...Array(20).keys()])
  for (const { id, ...fields } of DEFAULT_SECTORS) {
    expect(decodeRecord('sectors', id, fields)).toMatchObject({ ok: true })
    expect(Object.keys(fields.name)).toEqual(['nl', 'fr', 'en'])
    expect(fields.code).toMatch(/^[A-Z]{2,3}$/)
  }
})
