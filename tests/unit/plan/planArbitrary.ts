import fc from 'fast-check'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Plan, RECORD_KINDS, type RecordKind, type RecordOf } from '#shared/document/records'
import type { Place, Point } from '#shared/geometry/types'

export { runs, seed } from '../geometry/seed'

/** Crowded on purpose: things overlap, stick out, share numbers and stand in front of exits. */
const SPREAD = 24_000

const place = (most: number): fc.Arbitrary<Place> =>
  fc.tuple(
    fc.integer({ min: -2000, max: SPREAD }).map((x) => Math.round(x / 250) * 250 + 0),
    fc.integer({ min: -2000, max: SPREAD }).map((y) => Math.round(y / 250) * 250 + 0),
    fc.integer({ min: 1, max: most }),
    fc.integer({ min: 1, max: most }),
    fc.oneof(fc.constantFrom(0, 9000, 27_000), fc.integer({ min: 0, max: 35_999 })),
  )

const ell = fc
  .tuple(fc.integer({ min: 0, max: SPREAD }), fc.integer({ min: 0, max: SPREAD }), fc.integer({ min: 2, max: 4000 }))
  .map(([x, y, s]): Point[] => [
    [x, y],
    [x + 2 * s, y],
    [x + 2 * s, y + s],
    [x + s, y + s],
    [x + s, y + 2 * s],
    [x, y + 2 * s],
  ])

const halls = [
  {
    id: 'h1',
    name: { nl: 'Hal 1' },
    outline: [
      [0, 0],
      [20_000, 0],
      [20_000, 20_000],
      [0, 20_000],
    ],
  },
  {
    id: 'h2',
    name: { nl: 'Hal 2' },
    outline: [
      [0, 0],
      [22_000, 0],
      [22_000, 9000],
      [11_000, 9000],
      [11_000, 22_000],
      [0, 22_000],
    ],
  },
] as const
const hallId = fc.constantFrom('h1', 'h2')
const sectorId = fc.constantFrom('s1', 's2', null)

const booth = fc
  .record({
    hallId,
    number: fc.constantFrom('A1', 'a 1', 'A2', 'A10', 'B07', '101', 'Foyer'),
    sectorId,
    shape: fc.oneof(
      place(6000).map((p) => ({ place: p })),
      ell.map((outline) => ({ outline })),
    ),
    removed: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  })
  .map(({ shape, ...fields }) => ({ ...fields, ...shape }))

const many = <T extends object>(prefix: string, arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(arbitrary, { maxLength }).map((items) => items.map((item, i) => ({ ...item, id: `${prefix}${i}` })))

export function planOf(records: { [K in RecordKind]?: readonly object[] }): Plan {
  const plan = emptyPlan()
  for (const kind of RECORD_KINDS) {
    for (const { id, ...fields } of (records[kind] ?? []) as { id: string }[]) {
      const decoded = decodeRecord(kind, id, fields)
      if (!decoded.ok) throw new Error(`${kind}/${id}: ${decoded.malformed.problem}`)
      ;(plan[kind] as Map<string, RecordOf[typeof kind]>).set(id, decoded.record)
    }
  }
  return plan
}

export const anyPlan = (booths = 25): fc.Arbitrary<Plan> =>
  fc
    .record({
      booths: many('b', booth, booths),
      walls: many('w', fc.record({ hallId, place: place(8000) }), 4),
      columns: many('c', fc.record({ hallId, place: place(1200), round: fc.boolean() }), 6),
      exits: many(
        'e',
        fc.record({ hallId, place: place(4000), kind: fc.constantFrom('entrance', 'exit', 'emergency') }),
        4,
      ),
      stages: many('t', fc.record({ hallId, place: place(5000), name: fc.constant({ nl: 'Podium 1' }) }), 3),
      meetingPoints: many('m', fc.record({ hallId, place: place(4000), name: fc.constant({ nl: 'Plek' }) }), 2),
    })
    .map((records) =>
      planOf({
        ...records,
        halls,
        sectors: [
          { id: 's1', name: { nl: 'Muziek' }, code: 'MU', tint: 0 },
          { id: 's2', name: { nl: 'Bouw' }, code: 'BO', tint: 1 },
        ],
      }),
    )
