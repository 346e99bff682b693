import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { HallId } from '#shared/kernel/ids'
import { movePlaced } from '#shared/plan/ops/movePlaced'
import {
  compareNumbers,
  numberKey,
  numbersTaken,
  proposeNumber,
  proposeRowNumbers,
  takeNumberAfter,
} from '#shared/plan/queries/boothNumbers'
import { boothsByHall } from '#shared/plan/queries/boothsByHall'
import { findBooth } from '#shared/plan/queries/findBooth'
import { openSides } from '#shared/plan/queries/openSides'
import { planDiff } from '#shared/plan/queries/planDiff'
import { sectorCounts } from '#shared/plan/queries/sectorCounts'
import { memoryPlanStore } from '~/canvas/editor/memoryPlanStore'
import { anyPlan, planOf, runs } from './planArbitrary'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const H = 'h' as HallId
const hall = {
  id: 'h',
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [60_000, 0],
    [60_000, 40_000],
    [0, 40_000],
  ],
}
const booth = (id: string, place: number[], more: object = {}) => ({ id, hallId: 'h', number: id, place, ...more })
const numbered = (...numbers: string[]) =>
  planOf({ halls: [hall], booths: numbers.map((number, i) => booth(`b${i}`, [0, 0, 1000, 1000, 0], { number })) })

describe('booth numbers', () => {
  it('continue the last series of the hall', () => {
    expect(proposeNumber(numbered(), H)).toBe('A1')
    expect(proposeNumber(numbered('A1', 'A2', 'A10'), H)).toBe('A11')
    expect(proposeNumber(numbered('A1', 'B1', 'B02'), H)).toBe('B03')
    expect(proposeNumber(numbered('101', '102'), H)).toBe('103')
    expect(proposeNumber(numbered('Foyer'), H)).toBe('A1')
    expect(proposeNumber(numbered('4.1 B9'), H)).toBe('4.1 B10')
  })

  it('of copies follow the original and pass over what is taken', () => {
    const taken = numbersTaken(numbered('A3', 'A4', 'a 5'), H)
    expect([takeNumberAfter('A3', taken), takeNumberAfter('A3', taken)]).toEqual(['A6', 'A7'])
    expect(takeNumberAfter('Foyer', new Set())).toBe('Foyer 2')
    expect(takeNumberAfter('009', new Set())).toBe('010')
  })

  it('of rows begin a series a row', () => {
    expect(proposeRowNumbers(numbered(), H, [2, 3])).toEqual([
      ['A1', 'A2'],
      ['B1', 'B2', 'B3'],
    ])
    expect(proposeRowNumbers(numbered('A1', 'C7'), H, [1, 1])).toEqual([['B1'], ['D1']])
    expect(proposeRowNumbers(numbered('101', '205'), H, [2, 1])).toEqual([['301', '302'], ['401']])
    expect(proposeRowNumbers(numbered(), H, Array(28).fill(1)).slice(-3)).toEqual([['Z1'], ['AA1'], ['AB1']])
  })

  it('proposed are new in their hall, whatever is there', () => {
    fc.assert(
      fc.property(anyPlan(), fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }), (plan, lengths) => {
        const taken = numbersTaken(plan, 'h1' as HallId)
        const rows = proposeRowNumbers(plan, 'h1' as HallId, lengths)
        const proposed = [
          ...rows.flat(),
          ...[proposeNumber(plan, 'h1' as HallId)].filter((number) => rows.length === 0 || !number),
        ]
        expect(new Set(proposed.map(numberKey)).size).toBe(proposed.length)
        for (const number of proposed) expect(taken.has(numberKey(number))).toBe(false)
        expect(rows.map((row) => row.length)).toEqual(lengths)
      }),
      runs(150),
    )
  })

  it('are read like people read them', () => {
    expect(['A10', 'A2', 'a1', 'B1'].sort(compareNumbers)).toEqual(['a1', 'A2', 'A10', 'B1'])
    expect(findBooth(numbered('A 1'), 'a1')?.id).toBe('b0')
    expect(findBooth(numbered('A1'), 'A1', 'other' as HallId)).toBeUndefined()
  })
})

describe('open sides', () => {
  const row = planOf({
    halls: [hall],
    booths: [
      booth('left', [10_000, 10_000, 3000, 3000, 0]),
      booth('middle', [13_000, 10_000, 3000, 3000, 0]),
      booth('right', [16_000, 10_000, 3000, 3000, 0]),
      booth('behind', [13_000, 13_000, 3000, 3000, 18_000]),
      booth('island', [30_000, 20_000, 4000, 4000, 3300]),
      booth('cornered', [0, 0, 3000, 3000, 0]),
      booth('near', [10_000, 20_000, 3000, 3000, 0]),
      booth('far', [13_501, 20_000, 3000, 3000, 0]),
    ],
    walls: [{ id: 'w', hallId: 'h', place: [9900, 9000, 100, 5000, 0] }],
  })
  const kindOf = (id: string, plan = row) => openSides(plan, plan.booths.get(id)!)

  it('count what borders neither booth, wall nor the edge of the hall', () => {
    expect(kindOf('middle')).toMatchObject({ kind: 'row', openSides: 1, sides: { front: true, back: false } })
    expect(kindOf('left')).toMatchObject({
      kind: 'through',
      openSides: 2,
      sides: { front: true, left: false, right: false, back: true },
    })
    expect(kindOf('right')).toMatchObject({ kind: 'head', openSides: 3 })
    expect(kindOf('behind')).toMatchObject({ kind: 'head', openSides: 3, sides: { front: true, back: false } })
    expect(kindOf('island')).toMatchObject({ kind: 'island', openSides: 4 })
    expect(kindOf('cornered')).toMatchObject({ kind: 'corner', openSides: 2 })
  })

  it('end within half a metre of a neighbour, and count from half of a side on', () => {
    expect(kindOf('near').sides.right).toBe(true)
    const shared = (overlap: number) =>
      planOf({
        halls: [hall],
        booths: [booth('a', [10_000, 10_000, 3000, 3000, 0]), booth('b', [13_000, 13_000 - overlap, 3000, 9000, 0])],
      })
    expect(kindOf('a', shared(1000)).sides.right).toBe(true)
    expect(kindOf('a', shared(1600)).sides.right).toBe(false)
  })

  it('of outlines are those that face one way, taken together', () => {
    const ell = planOf({
      halls: [hall],
      booths: [
        {
          id: 'ell',
          hallId: 'h',
          number: 'L',
          outline: [
            [20_000, 20_000],
            [26_000, 20_000],
            [26_000, 23_000],
            [23_000, 23_000],
            [23_000, 26_000],
            [20_000, 26_000],
          ],
        },
        booth('notch', [23_000, 23_000, 3000, 3000, 0]),
      ],
    })
    expect(openSides(ell, ell.booths.get('ell')!)).toMatchObject({ openSides: 4, kind: 'island' })
    expect(openSides(ell, ell.booths.get('notch')!)).toMatchObject({ openSides: 2, kind: 'corner' })
  })

  it('do not depend on how a plan is turned', () => {
    const turned = (rotation: number) => {
      const angle = (rotation * Math.PI) / 18_000
      const at = (x: number) => [Math.round(x * Math.cos(angle)), Math.round(x * Math.sin(angle)), 3000, 3000, rotation]
      return planOf({
        halls: [
          {
            ...hall,
            outline: [
              [-60_000, -60_000],
              [60_000, -60_000],
              [60_000, 60_000],
              [-60_000, 60_000],
            ],
          },
        ],
        booths: [booth('a', at(0)), booth('b', at(3000)), booth('c', at(6000))],
      })
    }
    for (const rotation of [0, 1700, 4500, 13_000, 27_000]) {
      expect(['a', 'b', 'c'].map((id) => openSides(turned(rotation), turned(rotation).booths.get(id)!).kind)).toEqual([
        'head',
        'through',
        'head',
      ])
    }
  })
})

describe('counts and lists', () => {
  const plan = planOf({
    halls: [hall, { ...hall, id: 'h2' }],
    sectors: [
      { id: 's', name: { nl: 'S' }, code: 'S', tint: 0 },
      { id: 'empty', name: { nl: 'E' }, code: 'E', tint: 1 },
    ],
    booths: [
      booth('A10', [0, 0, 3000, 2000, 0], { sectorId: 's' }),
      booth('A2', [0, 0, 1000, 1000, 0], { sectorId: 'lost' }),
      booth('A3', [0, 0, 1000, 1000, 0], { removed: true, sectorId: 's' }),
    ],
  })

  it('name every sector and every hall, and booths whose sector is gone as without', () => {
    expect([...sectorCounts(plan)]).toEqual([
      [null, { booths: 1, area: 1_000_000 }],
      ['s', { booths: 1, area: 6_000_000 }],
      ['empty', { booths: 0, area: 0 }],
    ])
    expect([...boothsByHall(plan)].map(([id, booths]) => [id, booths.map((b) => b.id)])).toEqual([
      ['h', ['A2', 'A10']],
      ['h2', []],
    ])
  })
})

describe('planDiff', () => {
  const before = planOf({
    halls: [hall],
    booths: [
      booth('stay', [0, 0, 3000, 3000, 0]),
      booth('move', [0, 0, 3000, 3000, 0]),
      booth('grow', [0, 0, 3000, 3000, 0]),
      booth('gone', [0, 0, 3000, 3000, 0]),
      booth('name', [0, 0, 3000, 3000, 0], { sectorId: null }),
    ],
    sectors: [{ id: 's', name: { nl: 'S' }, code: 'S', tint: 0 }],
    walls: [{ id: 'w', hallId: 'h', place: [0, 0, 100, 100, 0] }],
  })

  it('says of every booth what happened to it, and of the rest that it did', () => {
    const store = memoryPlanStore(before)
    store.apply([
      ...movePlaced(before, { keys: ['booths/move'], dx: 500, dy: 0 }),
      { op: 'set', kind: 'booths', id: 'grow', fields: { place: [0, 0, 6000, 3000, 0] } },
      { op: 'set', kind: 'booths', id: 'gone', fields: { removed: true } },
      { op: 'set', kind: 'booths', id: 'name', fields: { number: 'X', sectorId: 's' } },
      { op: 'put', kind: 'booths', id: 'new', fields: { hallId: 'h', number: 'N', place: [0, 0, 1, 1, 0] } },
      { op: 'put', kind: 'walls', id: 'w2', fields: { hallId: 'h', place: [0, 0, 1, 1, 0] } },
      { op: 'delete', kind: 'walls', id: 'w' },
      { op: 'set', kind: 'halls', id: 'h', fields: { name: { nl: 'Hal X' } } },
    ])
    const diff = planDiff(before, store.plan)
    expect(diff.changedBooths.map(({ after, changes }) => [after.id, changes])).toEqual([
      ['grow', ['resized']],
      ['move', ['moved']],
      ['name', ['renumbered', 'resectored']],
    ])
    expect([diff.newBooths.map(({ id }) => id), diff.goneBooths.map(({ id }) => id)]).toEqual([['new'], ['gone']])
    expect(diff.others.map(({ kind, id, change }) => `${kind}/${id} ${change}`)).toEqual([
      'halls/h changed',
      'walls/w2 new',
      'walls/w gone',
    ])
    expect(diff.count).toBe(8)
  })

  it('is empty between a plan and itself read anew, and the other way round swaps new and gone', () => {
    fc.assert(
      fc.property(anyPlan(10), anyPlan(10), (one, two) => {
        expect(planDiff(one, memoryPlanStore(one).plan).count).toBe(0)
        const [there, back] = [planDiff(one, two), planDiff(two, one)]
        expect(there.newBooths.map(({ id }) => id).sort()).toEqual(back.goneBooths.map(({ id }) => id).sort())
        expect(there.changedBooths.length).toBe(back.changedBooths.length)
        expect(there.count).toBe(back.count)
      }),
      runs(80),
    )
  })
})
