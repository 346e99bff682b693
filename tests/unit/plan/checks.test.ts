import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { PLACED_KINDS, type Plan } from '#shared/document/records'
import { areaOutside, intersectionArea } from '#shared/geometry/intersection'
import { polygonArea } from '#shared/geometry/place'
import { clearZone } from '#shared/plan/checks/exitClear'
import { checkPlan, PlanChecker } from '#shared/plan/checks/planChecker'
import type { Problem } from '#shared/plan/checks/types'
import { type ItemKey, itemKey, type PlacedRecord } from '#shared/plan/itemKey'
import { movePlaced } from '#shared/plan/ops/movePlaced'
import { ringOf } from '#shared/plan/shapes'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { anyPlan, planOf, runs } from './planArbitrary'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const SQUARE_HALL = {
  id: 'h',
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [20_000, 0],
    [20_000, 20_000],
    [0, 20_000],
  ],
}
const booth = (id: string, place: number[], more: object = {}) => ({ id, hallId: 'h', number: id, place, ...more })
const rules = (problems: readonly Problem[]) =>
  problems.map(({ rule, severity, ids }) => `${rule} ${severity} ${ids.join(' ')}`)

/** Every thing against every other, straight from the rules, without index, groups or shortcuts. */
function byBruteForce(plan: Plan): string[] {
  const found: string[] = []
  const things: { key: ItemKey; kind: string; record: PlacedRecord }[] = PLACED_KINDS.flatMap((kind) =>
    [...plan[kind].values()]
      .filter((r) => !('removed' in r && r.removed))
      .map((record) => ({ key: itemKey(kind, record.id), kind, record })),
  )
  const floors = ['booths', 'stages', 'meetingPoints']
  for (const a of things) {
    const hall = plan.halls.get(a.record.hallId)!
    if (floors.includes(a.kind) && areaOutside(ringOf(a.record), hall.outline) > 10_000)
      found.push(`L02 error ${a.key}`)
    const sameNumber = things.filter(
      (b) =>
        a.kind === 'booths' &&
        b.kind === 'booths' &&
        a.record.hallId === b.record.hallId &&
        simple(a.record) === simple(b.record),
    )
    if (sameNumber.length > 1 && sameNumber.map((b) => b.key).sort()[0] === a.key)
      found.push(
        `L23 error ${sameNumber
          .map((b) => b.key)
          .sort()
          .join(' ')}`,
      )
    for (const b of things) {
      if (a.key >= b.key || a.record.hallId !== b.record.hallId) continue
      const pair = [a, b]
      const shared = intersectionArea(ringOf(a.record), ringOf(b.record))
      if (floors.includes(a.kind) && floors.includes(b.kind) && shared > 10_000)
        found.push(`L01 error ${a.key} ${b.key}`)
      const [one, column] = [pair.find(({ kind }) => kind === 'booths'), pair.find(({ kind }) => kind === 'columns')]
      if (one && column) {
        const share = shared / polygonArea(ringOf(one.record))
        if (share > 0.05) found.push(`L03 ${share > 0.15 ? 'error' : 'warning'} ${a.key} ${b.key}`)
      }
      const [exit, other] = [pair.find(({ kind }) => kind === 'exits'), pair.find(({ kind }) => kind !== 'exits')]
      if (exit && other) {
        const zone = clearZone(exit.record.place!, hall.outline, other.kind === 'walls' ? 300 : 0)
        if (intersectionArea(zone, ringOf(other.record)) > 10_000) found.push(`L11 error ${a.key} ${b.key}`)
      }
    }
  }
  return found.sort()
}

const simple = (record: PlacedRecord) => ('number' in record ? record.number.replaceAll(' ', '').toUpperCase() : '')

describe('checkPlan', () => {
  it('lets neighbours touch and share a hundredth of a square metre, not more', () => {
    const touching = planOf({
      halls: [SQUARE_HALL],
      booths: [booth('a', [0, 0, 3000, 3000, 0]), booth('b', [3000, 0, 3000, 3000, 0])],
    })
    expect(checkPlan(touching)).toEqual([])
    const exactly = planOf({
      halls: [SQUARE_HALL],
      booths: [booth('a', [0, 0, 1000, 1000, 0]), booth('b', [990, 0, 1000, 1000, 0])],
    })
    expect(checkPlan(exactly)).toEqual([])
    const more = planOf({
      halls: [SQUARE_HALL],
      booths: [booth('a', [0, 0, 1000, 1000, 0]), booth('b', [989, 0, 1000, 1000, 0])],
    })
    expect(checkPlan(more)).toEqual([
      {
        rule: 'L01',
        severity: 'error',
        ids: ['booths/a', 'booths/b'],
        hallId: 'h',
        at: [995, 500],
        measured: 11_000,
        limit: 10_000,
      },
    ])
  })

  it('finds what sticks out of the hall, and what stands in its notch', () => {
    const notched = {
      ...SQUARE_HALL,
      outline: [
        [0, 0],
        [20_000, 0],
        [20_000, 8000],
        [8000, 8000],
        [8000, 20_000],
        [0, 20_000],
      ],
    }
    const plan = planOf({
      halls: [notched],
      booths: [
        booth('in', [5000, 5000, 3000, 3000, 0]),
        booth('notch', [9000, 9000, 3000, 3000, 0]),
        booth('edge', [18_000, 1000, 3000, 3000, 0]),
      ],
    })
    expect(rules(checkPlan(plan))).toEqual(['L02 error booths/edge', 'L02 error booths/notch'])
    expect(checkPlan(plan)[1]).toMatchObject({ measured: 9_000_000 })
  })

  it('weighs columns by the share of the booth that they take', () => {
    const plan = (size: number) =>
      planOf({
        halls: [SQUARE_HALL],
        booths: [booth('a', [0, 0, 3000, 3000, 0])],
        columns: [{ id: 'c', hallId: 'h', place: [1000, 1000, size, size, 0] }],
      })
    expect(rules(checkPlan(plan(600)))).toEqual([])
    expect(rules(checkPlan(plan(900)))).toEqual(['L03 warning booths/a columns/c'])
    expect(rules(checkPlan(plan(1200)))).toEqual(['L03 error booths/a columns/c'])
  })

  it('keeps the floor in front of exits free, whichever way the exit was drawn', () => {
    for (const rotation of [0, 18_000]) {
      const plan = (y: number) =>
        planOf({
          halls: [SQUARE_HALL],
          booths: [booth('a', [8000, y, 3000, 3000, 0])],
          exits: [{ id: 'e', hallId: 'h', kind: 'exit', place: [8000, -150, 3000, 300, rotation] }],
        })
      expect(rules(checkPlan(plan(3000)))).toEqual([])
      expect(rules(checkPlan(plan(2900)))).toEqual(['L11 error booths/a exits/e'])
    }
  })

  it('does not take the wall around the hall for an obstacle, but one across the way out', () => {
    const plan = (wall: number[]) =>
      planOf({
        halls: [SQUARE_HALL],
        walls: [{ id: 'w', hallId: 'h', place: wall }],
        exits: [{ id: 'e', hallId: 'h', kind: 'exit', place: [8000, -150, 3000, 300, 0] }],
      })
    expect(checkPlan(plan([0, -100, 20_000, 200, 0]))).toEqual([])
    expect(rules(checkPlan(plan([7000, 1500, 5000, 100, 0])))).toEqual(['L11 error exits/e walls/w'])
  })

  it('finds the same number twice in a hall, not in two halls, however it is written', () => {
    const plan = planOf({
      halls: [SQUARE_HALL, { ...SQUARE_HALL, id: 'h2' }],
      booths: [
        booth('a', [0, 0, 1000, 1000, 0], { number: 'A 1' }),
        booth('b', [5000, 0, 1000, 1000, 0], { number: 'a1' }),
        booth('c', [5000, 0, 1000, 1000, 0], { number: 'A1', hallId: 'h2' }),
        booth('d', [9000, 0, 1000, 1000, 0], { number: 'A1', removed: true }),
      ],
    })
    expect(checkPlan(plan)).toMatchObject([{ rule: 'L23', ids: ['booths/a', 'booths/b'], measured: 2, limit: 1 }])
  })

  it('says the same of a plan that is turned as a whole', () => {
    const turned = (rotation: number) =>
      planOf({
        halls: [
          {
            ...SQUARE_HALL,
            outline: [
              [-90_000, -90_000],
              [90_000, -90_000],
              [90_000, 90_000],
              [-90_000, 90_000],
            ],
          },
        ],
        booths: [
          booth('a', [0, 0, 3000, 3000, rotation]),
          booth('b', [...around([3000, 0], rotation), 3000, 3000, rotation]),
        ],
      })
    const around = ([x, y]: [number, number], rotation: number) => {
      const angle = (rotation * Math.PI) / 18_000
      return [
        Math.round(x * Math.cos(angle) - y * Math.sin(angle)),
        Math.round(x * Math.sin(angle) + y * Math.cos(angle)),
      ]
    }
    for (const rotation of [0, 1700, 9000, 12_345]) expect(rules(checkPlan(turned(rotation)))).toEqual([])
  })

  it('finds what comparing everything with everything finds', () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        expect(rules(checkPlan(plan)).sort()).toEqual(byBruteForce(plan))
      }),
      runs(80),
    )
  })
})

describe('PlanChecker', () => {
  it('after any edits knows the same as one that starts anew, and names all that changed', () => {
    const step = fc.record({
      pick: fc.nat(),
      what: fc.constantFrom('move', 'remove', 'restore', 'renumber', 'rehall', 'delete', 'hall'),
      dx: fc.integer({ min: -4000, max: 4000 }),
    })
    fc.assert(
      fc.property(anyPlan(15), fc.array(step, { minLength: 1, maxLength: 12 }), (start, steps) => {
        const store = new MemoryDocument(start).connect()
        const checker = new PlanChecker(store.plan)
        store.subscribe((touched) => {
          const before = snapshotOf(checker)
          const concerned = checker.update(touched, (kind, id) => store.get(kind, id))
          for (const [key, worst] of snapshotOf(checker))
            if (before.get(key) !== worst) expect(concerned).toContain(key)
          for (const [key, worst] of before) if (checker.worstOf(key) !== worst) expect(concerned).toContain(key)
        })
        for (const { pick, what, dx } of steps) {
          const { plan } = store
          const things = PLACED_KINDS.flatMap((kind) => [...plan[kind].values()].map(({ id }) => ({ kind, id })))
          const { kind, id } = things[pick % Math.max(1, things.length)] ?? { kind: 'booths' as const, id: 'b0' }
          if (what === 'move') store.apply(movePlaced(plan, { keys: [itemKey(kind, id)], dx, dy: dx >> 1 }))
          else if (what === 'delete') store.apply([{ op: 'delete', kind, id }])
          else if (what === 'rehall')
            store.apply([
              { op: 'set', kind, id, fields: { hallId: dx % 3 === 0 ? 'gone' : dx % 2 === 0 ? 'h1' : 'h2' } },
            ])
          else if (what === 'hall')
            store.apply([
              dx % 2 === 0
                ? { op: 'delete', kind: 'halls', id: 'h1' }
                : {
                    op: 'set',
                    kind: 'halls',
                    id: 'h2',
                    fields: {
                      outline: [
                        [0, 0],
                        [9000 + dx, 0],
                        [9000, 9000],
                      ],
                    },
                  },
            ])
          else if (kind === 'booths')
            store.apply([
              {
                op: 'set',
                kind,
                id,
                fields: what === 'renumber' ? { number: `A${pick % 3}` } : { removed: what === 'remove' },
              },
            ])
          expect(checker.problems).toEqual(checkPlan(store.plan))
        }
      }),
      runs(80),
    )
  })
})

const snapshotOf = (checker: PlanChecker) =>
  new Map(checker.problems.flatMap(({ ids }) => ids).map((key) => [key, checker.worstOf(key)]))
