import { expect, test } from 'vitest'
import { planFromJson } from '#shared/exchange/planJson'

const OUTLINE = [
  [0, 0],
  [9000, 0],
  [9000, 9000],
]
const booth = { hallId: 'h', number: 'A1', sectorId: null, place: [0, 0, 3000, 3000, 0] }

function problemsOf(booths: Record<string, unknown>) {
  const halls = { h: { name: 'Hal', outline: OUTLINE } }
  const read = planFromJson({ format: 'beursvloer-plan', version: 1, halls, booths })
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path}: ${code}`)
}

test.each([
  [{ b: { ...booth, number: '' } }, ['booths.b.number: required']],
  [{ b: { ...booth, number: 12 } }, ['booths.b: planRecord']],
  [
    { b: { ...booth, number: 'x'.repeat(65), place: [0, 0, 0, 1, 36_000] } },
    ['booths.b.number: tooLong', 'booths.b.place.2: tooSmall', 'booths.b.place.4: tooBig'],
  ],
  [{ b: { ...booth, outline: OUTLINE } }, ['booths.b: planRecord']],
  [{ b: {} }, ['booths.b.hallId: required', 'booths.b.number: required']],
  [{ b: 'text' }, ['booths.b: planRecord']],
  [{ 'a b': booth }, ['booths.a b: id']],
])('%j: %j', (booths, problems) => {
  expect(problemsOf(booths)).toEqual(problems)
})

test('ids that are words of the language are ids like others', () => {
  const text =
    '{"constructor":{"hallId":"h","number":"A1","place":[0,0,3000,3000,0]},"toString":{"hallId":"h","number":"A2","place":[0,0,3000,3000,0]}}'
  expect(problemsOf(JSON.parse(text))).toEqual([])
})

test('names a record whose id cannot be one, instead of losing it', () => {
  const text =
    '{"format":"beursvloer-plan","version":1,"halls":{"__proto__":{"name":"x","outline":[[0,0],[1,0],[1,1]]}}}'
  const read = planFromJson(JSON.parse(text))
  expect(read).toMatchObject({ ok: false, problems: [{ path: 'halls.__proto__' }] })
})

test.each([[[]], ['text'], [null], [7]])('refuses %j where an object of records belongs', (halls) => {
  const read = planFromJson({ format: 'beursvloer-plan', version: 1, halls })
  expect(read).toMatchObject({ ok: false, problems: [{ path: 'halls', code: 'planMap' }] })
})
