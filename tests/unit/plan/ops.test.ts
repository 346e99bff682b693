import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Patch } from '#shared/document/patch'
import { PLACED_KINDS, type Plan } from '#shared/document/records'
import { polygonArea } from '#shared/geometry/place'
import type { BoothId, HallId, SectorId } from '#shared/kernel/ids'
import { type ItemKey, itemKey } from '#shared/plan/itemKey'
import { layoutRows } from '#shared/plan/layout/rows'
import { addHall } from '#shared/plan/ops/addHall'
import { addSector, proposeCode } from '#shared/plan/ops/addSector'
import { assignSector } from '#shared/plan/ops/assignSector'
import { createBooth } from '#shared/plan/ops/createBooth'
import { createPlaced } from '#shared/plan/ops/createPlaced'
import { createRowsOfBooths } from '#shared/plan/ops/createRowsOfBooths'
import { defaultName } from '#shared/plan/ops/defaultNames'
import { duplicatePlaced } from '#shared/plan/ops/duplicatePlaced'
import type { Edit } from '#shared/plan/ops/edit'
import { editFields } from '#shared/plan/ops/editFields'
import { editHall } from '#shared/plan/ops/editHall'
import { editSector } from '#shared/plan/ops/editSector'
import { movePlaced } from '#shared/plan/ops/movePlaced'
import { removeHall } from '#shared/plan/ops/removeHall'
import { removeMalformed } from '#shared/plan/ops/removeMalformed'
import { removePlaced } from '#shared/plan/ops/removePlaced'
import { removeSector } from '#shared/plan/ops/removeSector'
import { renumberBooth } from '#shared/plan/ops/renumberBooth'
import { resizePlaced } from '#shared/plan/ops/resizePlaced'
import { rotatePlaced } from '#shared/plan/ops/rotatePlaced'
import { ringOf } from '#shared/plan/shapes'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { anyPlan, planOf, runs } from './planArbitrary'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const hall = {
  id: 'h',
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [40_000, 0],
    [40_000, 30_000],
    [0, 30_000],
  ],
}
const booth = (id: string, number: string, place = [0, 0, 3000, 3000, 0]) => ({ id, hallId: 'h', number, place })
const nobody = () => false
const patchOf = (edit: Edit): Patch => (edit.ok ? edit.patch : [])
const counter = () => {
  let count = 0
  return <T extends string>() => `new${++count}` as T
}
const applied = (plan: Plan, patch: Patch): Plan => {
  const store = new MemoryDocument(plan).connect()
  store.apply(patch)
  expect(store.malformed).toEqual([])
  return store.plan
}

describe('every op', () => {
  const fraction = fc.double({ min: -1e5, max: 1e5, noNaN: true })
  it('leaves a plan that every reader accepts, in whole numbers, and can be taken back', () => {
    fc.assert(
      fc.property(
        anyPlan(12),
        fraction,
        fraction,
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.nat(),
        (plan, dx, dy, angle, pick) => {
          const keys: ItemKey[] = PLACED_KINDS.flatMap((kind) => [...plan[kind].keys()].map((id) => itemKey(kind, id)))
          const some = keys.filter((_, i) => (i + pick) % 3 === 0)
          const one = keys[pick % Math.max(1, keys.length)]
          const newId = counter()
          const place = [Math.round(dx), Math.round(dy), 3000, 2000, 0] as const
          const patches: Patch[] = [
            movePlaced(plan, { keys: some, dx, dy }),
            rotatePlaced(plan, { keys: some, angle }),
            rotatePlaced(plan, { keys: some.slice(0, 1), angle, pivot: [dx, dy] }),
            one ? resizePlaced(plan, { key: one, place: [dx, dy, dx / 7, dy / 3, angle] }) : [],
            duplicatePlaced(plan, { keys, dx, dy, newId }).patch,
            patchOf(removePlaced(plan, { keys: some, isClaimed: nobody })),
            assignSector(plan, { keys, sectorId: 's1' as SectorId }),
            createBooth(plan, {
              id: newId<BoothId>(),
              hallId: 'h1' as HallId,
              shape: { place },
              sectorId: 'none' as SectorId,
            }),
            createRowsOfBooths(plan, {
              hallId: 'h1' as HallId,
              rows: [{ places: [place, place] }, { places: [] }],
              sectorId: null,
              newId,
            }),
            createPlaced({ kind: 'exits', id: newId(), hallId: 'h1' as HallId, place, exitKind: 'emergency' }),
            createPlaced({
              kind: 'stages',
              id: newId(),
              hallId: 'h1' as HallId,
              place,
              name: defaultName(plan, 'stages'),
            }),
            addHall({ id: newId<HallId>(), name: { nl: 'Hal 9' }, outline: { widthMm: 5000, depthMm: 4000 } }),
            patchOf(editHall(plan, { id: 'h1' as HallId, outline: { widthMm: 9000, depthMm: 4000 } })),
            patchOf(removeHall(plan, { id: 'h1' as HallId, isClaimed: nobody })),
            addSector(plan, { id: newId<SectorId>(), name: { nl: 'Muziek' } }),
            patchOf(editSector(plan, { id: 's1' as SectorId, code: 'ZZ', tint: 7 })),
            removeSector(plan, 's1' as SectorId),
          ]
          for (const patch of patches) {
            const store = new MemoryDocument(plan).connect()
            const before = JSON.stringify(planJson(store.plan))
            store.apply(patch)
            expect(store.malformed).toEqual([])
            expect(JSON.stringify(patch)).not.toMatch(/\d\.\d/)
            if (patch.length === 0) continue
            expect(store.undo()).toBe(true)
            expect(JSON.stringify(planJson(store.plan))).toBe(before)
          }
        },
      ),
      runs(60),
    )
  })
})

const planJson = (plan: Plan) =>
  Object.entries(plan).map(([kind, records]) => [
    kind,
    [...(records as Map<string, object>)]
      .map(([id, r]) => [id, Object.entries(r).sort()])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ])

describe('moving and turning', () => {
  it('keeps sizes exactly, and four quarter turns bring everything back', () => {
    fc.assert(
      fc.property(anyPlan(10), fc.nat(), (plan, pick) => {
        const keys = [...plan.booths.keys()].filter((_, i) => (i + pick) % 2 === 0).map((id) => itemKey('booths', id))
        let now = plan
        for (let i = 0; i < 4; i++) now = applied(now, rotatePlaced(now, { keys, angle: 9000, pivot: [1000, 2000] }))
        for (const [id, { place, outline }] of plan.booths) {
          expect(now.booths.get(id)).toMatchObject(JSON.parse(JSON.stringify({ place, outline })))
        }
        const turned = applied(plan, rotatePlaced(plan, { keys, angle: 1234 }))
        for (const [id, record] of plan.booths) {
          const area = polygonArea(ringOf(record))
          expect(Math.abs(polygonArea(ringOf(turned.booths.get(id)!)) - area)).toBeLessThan(1 + area * 0.005 + 60_000)
        }
      }),
      runs(50),
    )
  })

  it('does nothing where nothing would change', () => {
    const plan = planOf({ halls: [hall], booths: [booth('a', 'A1')] })
    expect(movePlaced(plan, { keys: ['booths/a'], dx: 0.4, dy: -0.4 })).toEqual([])
    expect(rotatePlaced(plan, { keys: ['booths/a'], angle: 36_000 })).toEqual([])
    expect(resizePlaced(plan, { key: 'booths/a', place: [0, 0, 3000, 3000, 0] })).toEqual([])
    expect(movePlaced(plan, { keys: ['booths/gone'], dx: 100, dy: 0 })).toEqual([])
  })

  it('keeps a round column round', () => {
    const plan = planOf({ halls: [hall], columns: [{ id: 'c', hallId: 'h', place: [0, 0, 500, 500, 0], round: true }] })
    expect(resizePlaced(plan, { key: 'columns/c', place: [0, 0, 800, 500, 0] })).toMatchObject([
      { fields: { place: [0, 0, 800, 800, 0] } },
    ])
  })
})

describe('refusals', () => {
  const plan = planOf({
    halls: [hall],
    booths: [booth('a', 'A1'), booth('b', 'A2'), booth('c', 'A10')],
    walls: [{ id: 'w', hallId: 'h', place: [0, 0, 10, 10, 0] }],
  })
  const isClaimed = (id: BoothId) => id === 'a' || id === 'c'

  it('a claimed booth is not removed, nor what was to go with it', () => {
    expect(removePlaced(plan, { keys: ['booths/c', 'booths/a', 'booths/b', 'walls/w'], isClaimed })).toEqual({
      ok: false,
      code: 'claimedNotRemoved',
      params: { numbers: 'A1, A10', count: 2 },
    })
    expect(removePlaced(plan, { keys: ['booths/b', 'walls/w'], isClaimed })).toEqual({
      ok: true,
      patch: [
        { op: 'set', kind: 'booths', id: 'b', fields: { removed: true } },
        { op: 'delete', kind: 'walls', id: 'w' },
      ],
    })
  })

  it('a hall with claimed booths stays; without, everything in it goes', () => {
    expect(removeHall(plan, { id: 'h' as HallId, isClaimed })).toMatchObject({
      ok: false,
      code: 'hallClaimed',
      params: { count: 2 },
    })
    const gone = applied(plan, patchOf(removeHall(plan, { id: 'h' as HallId, isClaimed: nobody })))
    expect([gone.halls.size, gone.walls.size, [...gone.booths.values()].every(({ removed }) => removed)]).toEqual([
      0,
      0,
      true,
    ])
  })

  it('a number that another booth of the hall has is refused, its own spelling is not', () => {
    expect(renumberBooth(plan, { boothId: 'a' as BoothId, number: ' a2 ' })).toEqual({
      ok: false,
      code: 'numberTaken',
      params: { number: 'a2' },
    })
    expect(renumberBooth(plan, { boothId: 'a' as BoothId, number: '' })).toMatchObject({
      ok: false,
      code: 'invalidField',
    })
    expect(renumberBooth(plan, { boothId: 'a' as BoothId, number: 'a 1' })).toMatchObject({
      ok: true,
      patch: [{ fields: { number: 'a 1' } }],
    })
    expect(renumberBooth(plan, { boothId: 'a' as BoothId, number: 'A1' })).toEqual({ ok: true, patch: [] })
  })

  it('fields are checked as the record would stand, and only what differs is written', () => {
    expect(editFields(plan, { kind: 'booths', id: 'a', fields: { place: [0, 0, 0, 0, 0] } })).toMatchObject({
      ok: false,
      code: 'invalidField',
    })
    expect(
      editFields(plan, {
        kind: 'booths',
        id: 'a',
        fields: {
          outline: [
            [0, 0],
            [1, 0],
            [0, 1],
          ],
        },
      }),
    ).toMatchObject({ ok: false })
    expect(editFields(plan, { kind: 'booths', id: 'a', fields: { number: 'A1', sectorId: null } })).toEqual({
      ok: true,
      patch: [],
    })
    expect(editFields(plan, { kind: 'halls', id: 'h', fields: { name: { nl: 'Hal X' } } })).toEqual({
      ok: true,
      patch: [{ op: 'set', kind: 'halls', id: 'h', fields: { name: { nl: 'Hal X' } } }],
    })
    expect(editFields(plan, { kind: 'halls', id: 'nope', fields: {} })).toMatchObject({ ok: false })
  })
})

describe('sectors', () => {
  it('get a code and a tint that no other has', () => {
    expect(proposeCode('Muziek', new Set(['MU', 'MZ']))).toBe('MI')
    expect(proposeCode('Über', new Set())).toBe('UB')
    expect(proposeCode('X', new Set(['X1']))).toBe('X2')
    const plan = planOf({ sectors: [{ id: 's', name: { nl: 'A' }, code: 'A', tint: 0 }] })
    expect(addSector(plan, { id: 't' as SectorId, name: { nl: 'B' } })).toMatchObject([
      { fields: { code: 'B1', tint: 1 } },
    ])
  })

  it('that go leave their booths without one, removed booths too', () => {
    const plan = planOf({
      halls: [hall],
      sectors: [{ id: 's', name: { nl: 'A' }, code: 'A', tint: 0 }],
      booths: [
        { ...booth('a', 'A1'), sectorId: 's' },
        { ...booth('b', 'A2'), sectorId: 's', removed: true },
      ],
    })
    const after = applied(plan, removeSector(plan, 's' as SectorId))
    expect([...after.booths.values()].map(({ sectorId }) => sectorId)).toEqual([null, null])
  })
})

describe('removeMalformed', () => {
  it('takes out what no reader can use, and nothing else', () => {
    const document = new MemoryDocument(planOf({ halls: [hall] }))
    const store = document.connect()
    document.write('booths', 'odd', { hallId: 'h', number: 7 })
    expect(store.malformed).toMatchObject([{ kind: 'booths', id: 'odd' }])
    store.apply(removeMalformed(store.malformed))
    expect([store.malformed, store.plan.halls.size]).toEqual([[], 1])
  })
})

describe('layoutRows', () => {
  const options = { boothWidthMm: 3000, boothDepthMm: 2000, boothsPerBlock: 3, aisleMm: 3000, backToBack: true }

  it('sets lines back to back, with aisles between pairs and cross aisles between blocks', () => {
    const rows = layoutRows({ minX: 0, minY: 0, maxX: 21_000, maxY: 9000 }, options)
    expect(rows.map(({ places }) => places.map(([x, y]) => `${x / 1000},${y / 1000}`).join(' '))).toEqual([
      '0,0 3,0 6,0 12,0 15,0 18,0',
      '0,2 3,2 6,2 12,2 15,2 18,2',
      '0,7 3,7 6,7 12,7 15,7 18,7',
    ])
    expect(rows.map(({ places }) => places[0]?.[4])).toEqual([0, 18_000, 0])
  })

  it('turns the lines in an area that is higher than wide', () => {
    const rows = layoutRows({ minX: 0, minY: 0, maxX: 4000, maxY: 9000 }, options)
    expect(
      rows.map(({ places }) => places.map((p) => ringOf({ id: 'x', hallId: 'h', place: p } as never))),
    ).toHaveLength(2)
    const corners = rows.flatMap(({ places }) =>
      places.flatMap((p) => ringOf({ id: 'x', hallId: 'h', place: p } as never)),
    )
    expect([
      Math.min(...corners.map(([x]) => x)),
      Math.max(...corners.map(([x]) => x)),
      Math.min(...corners.map(([, y]) => y)),
      Math.max(...corners.map(([, y]) => y)),
    ]).toEqual([0, 4000, 0, 9000])
    expect(rows.map(({ places }) => places[0]?.[4])).toEqual([27_000, 9000])
  })

  it('never overlaps, never leaves the area, never makes a million', () => {
    const size = fc.integer({ min: 500, max: 9000 })
    fc.assert(
      fc.property(
        fc.record({
          boothWidthMm: size,
          boothDepthMm: size,
          boothsPerBlock: fc.integer({ min: 0, max: 12 }),
          aisleMm: fc.integer({ min: 3000, max: 6000 }),
          backToBack: fc.boolean(),
        }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        (any, width, depth) => {
          const places = layoutRows({ minX: 0, minY: 0, maxX: width, maxY: depth }, any).flatMap((row) => row.places)
          expect(places.length).toBeLessThanOrEqual(2000)
          const boxes = places
            .map((p) => ringOf({ id: 'x', hallId: 'h', place: p } as never))
            .map(
              (ring) =>
                [
                  Math.min(...ring.map(([x]) => x)),
                  Math.min(...ring.map(([, y]) => y)),
                  Math.max(...ring.map(([x]) => x)),
                  Math.max(...ring.map(([, y]) => y)),
                ] as const,
            )
          const outside = boxes.filter(([x0, y0, x1, y1]) => x0 < -1 || y0 < -1 || x1 > width + 1 || y1 > depth + 1)
          const some = boxes.slice(0, 80)
          const overlapping = some.flatMap((a, i) =>
            some
              .slice(i + 1)
              .filter((b) => a[0] < b[2] - 1 && b[0] < a[2] - 1 && a[1] < b[3] - 1 && b[1] < a[3] - 1)
              .map((b) => [a, b]),
          )
          expect([outside, overlapping]).toEqual([[], []])
        },
      ),
      runs(60),
    )
  })
})
