import fc from 'fast-check'
import type { Place, Point, Polygon } from '#shared/geometry/types'

/** One seed a run, printed by fast-check when a property fails and taken from SEED to run it again. */
export const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
export const runs = (numRuns: number) => ({ seed, numRuns })

export const anyPlace = (reach = 20_000): fc.Arbitrary<Place> =>
  fc.tuple(
    fc.integer({ min: -reach, max: reach }),
    fc.integer({ min: -reach, max: reach }),
    fc.integer({ min: 1, max: 12_000 }),
    fc.integer({ min: 1, max: 12_000 }),
    fc.oneof(fc.constantFrom(0, 9000, 18_000, 27_000), fc.integer({ min: 0, max: 35_999 })),
  )

/** Simple, often concave: corners at random distances, in order of their direction from a middle. */
export const anyStar = (reach = 10_000): fc.Arbitrary<Polygon> =>
  fc
    .record({
      middle: fc.tuple(fc.integer({ min: -reach, max: reach }), fc.integer({ min: -reach, max: reach })),
      radii: fc.array(fc.integer({ min: 200, max: reach }), { minLength: 3, maxLength: 14 }),
      backwards: fc.boolean(),
    })
    .map(({ middle: [cx, cy], radii, backwards }) => {
      const ring = radii.map((radius, i): Point => {
        const angle = (2 * Math.PI * i) / radii.length
        return [Math.round(cx + radius * Math.cos(angle)), Math.round(cy + radius * Math.sin(angle))]
      })
      return backwards ? ring.reverse() : ring
    })
