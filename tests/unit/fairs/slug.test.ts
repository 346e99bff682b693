import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberedSlug, SLUG_PATTERN, slugOf } from '#shared/fairs/slug'

test.each([
  ['Smart Beroepsbeurs 2027', 'smart-beroepsbeurs-2027'],
  ['Salon de l’été à Liège', 'salon-de-lete-a-liege'],
  ['Straße & Œuvre', 'strasse-en-oeuvre'],
  ['  --Ünïcode--  ', 'unicode'],
  ['معرض', 'beurs'],
  ['🎪', 'beurs'],
  ['ﬁnance ①', 'finance-1'],
])('%s -> %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('whatever the name, the address is one that the database takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 9999 }), (name, attempt) => {
      const slug = numberedSlug(slugOf(name), attempt)
      expect(slug).toMatch(SLUG_PATTERN)
      expect(slug.length).toBeLessThanOrEqual(60)
    }),
  )
})
