import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { areaOutside, intersectionArea } from '#shared/geometry/intersection'
import { boundsOf, placeCorners, polygonArea } from '#shared/geometry/place'
import { pointInPolygon } from '#shared/geometry/polygons'
import type { Polygon } from '#shared/geometry/types'
import { anyPlace, anyStar, runs } from './seed'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const square = (x: number, y: number, size: number): Polygon => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
]
const ell: Polygon = [
  [0, 0],
  [6000, 0],
  [6000, 3000],
  [3000, 3000],
  [3000, 6000],
  [0, 6000],
]

/** Exact but for the height of the strips: adds up what a horizontal line cuts out of both. */
function scanned(a: Polygon, b: Polygon, lines = 2000): number {
  const [one, two] = [boundsOf(a), boundsOf(b)]
  const [top, bottom] = [Math.max(one.minY, two.minY), Math.min(one.maxY, two.maxY)]
  if (bottom <= top) return 0
  const step = (bottom - top) / lines
  let area = 0
  for (let i = 0; i < lines; i++) {
    const y = top + (i + 0.5) * step
    const [first, second] = [cuts(a, y), cuts(b, y)]
    for (let p = 0; p + 1 < first.length; p += 2) {
      for (let q = 0; q + 1 < second.length; q += 2) {
        area += step * Math.max(0, Math.min(first[p + 1]!, second[q + 1]!) - Math.max(first[p]!, second[q]!))
      }
    }
  }
  return area
}

function cuts(ring: Polygon, y: number): number[] {
  const found: number[] = []
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!
    if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  })
  return found.sort((p, q) => p - q)
}

describe('intersectionArea', () => {
  it('is exact for squares, and nothing where they only touch', () => {
    expect(intersectionArea(square(0, 0, 3000), square(2000, 1000, 3000))).toBe(1000 * 2000)
    expect(intersectionArea(square(0, 0, 3000), square(3000, 0, 3000))).toBe(0)
    expect(intersectionArea(square(0, 0, 3000), square(0, 0, 3000))).toBe(9_000_000)
  })

  it('knows that the notch of an L is not in it', () => {
    expect(intersectionArea(ell, square(3000, 3000, 3000))).toBe(0)
    expect(intersectionArea(ell, square(2000, 2000, 2000))).toBe(3_000_000)
    expect(areaOutside(square(2000, 2000, 2000), ell)).toBe(1_000_000)
  })

  it('does not care for the direction of a ring, nor for corners that are there twice or lie on a side', () => {
    const odd: Polygon = [
      [0, 0],
      [0, 0],
      [1000, 0],
      [3000, 0],
      [3000, 3000],
      [0, 3000],
    ]
    expect(intersectionArea([...odd].reverse(), square(1000, 1000, 1000))).toBe(1_000_000)
    expect(
      intersectionArea(
        [
          [0, 0],
          [10, 0],
          [20, 0],
        ],
        square(0, 0, 10),
      ),
    ).toBe(0)
  })

  it('agrees with strips for any two simple shapes, concave and rotated', () => {
    const shape = fc.oneof(anyStar(), anyPlace(10_000).map(placeCorners))
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        const area = intersectionArea(a, b)
        // A strip errs by at most its height times the width of the shape, and only at corners: 1e-3 of the smaller box.
        const box = boundsOf(a)
        const slack = 100 + 2e-3 * (box.maxX - box.minX) * (box.maxY - box.minY)
        expect(Math.abs(area - scanned(a, b))).toBeLessThan(slack)
        expect(Math.abs(area - intersectionArea(b, a))).toBeLessThan(1)
        expect(area).toBeLessThanOrEqual(Math.min(polygonArea(a), polygonArea(b)) + 1)
      }),
      runs(200),
    )
  })

  it('is the whole of a shape with itself, and stays the same when both are moved far away', () => {
    fc.assert(
      fc.property(anyStar(), anyStar(), (a, b) => {
        const far = (ring: Polygon): Polygon => ring.map(([x, y]) => [x + 9_000_000, y - 9_000_000])
        expect(Math.abs(intersectionArea(a, a) - polygonArea(a))).toBeLessThan(1)
        expect(Math.abs(intersectionArea(a, b) - intersectionArea(far(a), far(b)))).toBeLessThan(1)
      }),
      runs(300),
    )
  })
})

describe('areaOutside', () => {
  it('is nothing exactly when points at random are never outside', () => {
    fc.assert(
      fc.property(
        anyStar(),
        anyPlace(8000),
        fc.array(
          fc.tuple(
            fc.double({ min: 0.001, max: 0.999, noNaN: true }),
            fc.double({ min: 0.001, max: 0.999, noNaN: true }),
          ),
          { minLength: 20, maxLength: 20 },
        ),
        (hall, [x, y, w, d], shares) => {
          const ring = placeCorners([x, y, w, d, 0])
          const lost = areaOutside(ring, hall)
          const outside = shares.filter(([s, t]) => !pointInPolygon([x + w * s, y + d * t], hall)).length
          if (lost < 1e-6 * w * d) expect(outside).toBe(0)
          if (lost > (1 - 1e-6) * w * d) expect(outside).toBe(20)
        },
      ),
      runs(300),
    )
  })
})
