import { expect, test } from 'vitest'
import { applyPatch, createFairDocument, ORIGIN, readPlan } from '#shared/document/fairDocument'
import { planFromJson, planToJson } from '#shared/exchange/planJson'
import { type ImportMode, planMerge } from '#shared/exchange/planMerge'

type Raw = Record<string, Record<string, unknown>>
const OUTLINE = [
  [0, 0],
  [10_000, 0],
  [10_000, 10_000],
]
const HALL = { name: { nl: 'Hal' }, outline: OUTLINE }
const booth = (number: string, x = 0, more = {}) => ({
  hallId: 'h',
  number,
  sectorId: null,
  place: [x, 0, 3000, 3000, 0],
  ...more,
})

function planOf(raw: Raw) {
  const read = planFromJson({ format: 'beursvloer-plan', version: 1, ...raw })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.plan
}

function merged(before: Raw, after: Raw, mode: ImportMode) {
  const doc = createFairDocument()
  const current = { plan: planOf(before), malformed: [] }
  applyPatch(doc, planMerge({ plan: readPlan(doc).plan, malformed: [] }, current.plan, 'add').patch, ORIGIN.system)
  const merge = planMerge(readPlan(doc), planOf(after), mode)
  applyPatch(doc, merge.patch, ORIGIN.system)
  return { ...merge, plan: readPlan(doc).plan }
}

const BEFORE: Raw = {
  halls: { h: HALL },
  booths: { a: booth('A1'), b: booth('A2', 3000) },
  walls: { w: { hallId: 'h', place: [0, 0, 10, 10, 0] } },
}

test('adding leaves what is there, even where the file says otherwise', () => {
  const { counts, plan, patch } = merged(
    BEFORE,
    { halls: { h: HALL }, booths: { a: booth('Z9'), c: booth('A3', 6000) } },
    'add',
  )
  expect(counts.booths).toEqual({ added: 1, changed: 0, removed: 0, kept: 1 })
  expect(patch).toHaveLength(1)
  expect([...plan.booths.values()].map((one) => one.number).sort()).toEqual(['A1', 'A2', 'A3'])
})

test('adding brings a removed booth back', () => {
  const { counts, plan } = merged(
    { ...BEFORE, booths: { a: booth('A1', 0, { removed: true }) } },
    { halls: { h: HALL }, booths: { a: booth('A1') } },
    'add',
  )
  expect(counts.booths.added).toBe(1)
  expect(plan.booths.get('a')?.removed).toBe(false)
})

test('replacing makes the plan what the file says, touching only the fields that differ', () => {
  const after: Raw = {
    halls: { h: HALL },
    booths: { a: booth('A1', 500), c: { ...booth('C'), place: undefined, outline: OUTLINE } },
  }
  const { counts, plan, patch, removedBooths, changedBooths } = merged(BEFORE, after, 'replace')
  expect(counts.booths).toEqual({ added: 1, changed: 1, removed: 1, kept: 0 })
  expect(counts.walls.removed).toBe(1)
  expect({ removedBooths, changedBooths }).toEqual({ removedBooths: ['b'], changedBooths: ['a'] })
  expect(patch).toContainEqual({ op: 'set', kind: 'booths', id: 'a', fields: { place: [500, 0, 3000, 3000, 0] } })
  expect(planToJson(plan)).toEqual(planToJson(planOf(after)))
})

test('a rectangle becomes a polygon without keeping both', () => {
  const after: Raw = {
    halls: { h: HALL },
    booths: { a: { ...booth('A1'), place: undefined, outline: OUTLINE }, b: booth('A2', 3000) },
  }
  const { plan } = merged(BEFORE, after, 'replace')
  expect(plan.booths.get('a')).toMatchObject({ outline: OUTLINE })
  expect(plan.booths.get('a')?.place).toBeUndefined()
})

test('the same plan again changes nothing', () => {
  expect(merged(BEFORE, BEFORE, 'replace').patch).toEqual([])
  expect(merged(BEFORE, BEFORE, 'add').patch).toEqual([])
})

test('what no reader can use is left when adding and goes when replacing', () => {
  const malformed = [{ kind: 'walls' as const, id: 'x', problem: 'shape' }]
  const plan = planOf(BEFORE)
  const incoming = planOf({ ...BEFORE, walls: { x: { hallId: 'h', place: [0, 0, 10, 10, 0] } } })
  expect(planMerge({ plan, malformed }, incoming, 'add').patch).toEqual([])
  expect(planMerge({ plan, malformed }, plan, 'replace').patch).toEqual([{ op: 'delete', kind: 'walls', id: 'x' }])
})

const talk = (title: string) => ({ title: { nl: title } })
const PROGRAMME: Raw = { ...BEFORE, talks: { t: talk('Opening'), u: talk('Slot') } }

test('replacing the plan by a file without a programme leaves the programme', () => {
  const { counts, plan } = merged(PROGRAMME, BEFORE, 'replace')
  expect(counts.talks).toEqual({ added: 0, changed: 0, removed: 0, kept: 2 })
  expect([...plan.talks.values()].map(({ removed }) => removed)).toEqual([false, false])
})

test('replacing by a file with a programme takes the other talks away by flag, so that undo can bring them back', () => {
  const { counts, plan } = merged(PROGRAMME, { ...BEFORE, talks: { t: talk('Begin') } }, 'replace')
  expect(counts.talks).toEqual({ added: 0, changed: 1, removed: 1, kept: 0 })
  expect(plan.talks.get('t')?.title).toEqual({ nl: 'Begin' })
  expect(plan.talks.get('u')?.removed).toBe(true)
})
