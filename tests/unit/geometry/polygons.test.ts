import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { polygonToPolygon, segmentMeetsPolygon } from '#shared/geometry/distances'
import { intersectionArea } from '#shared/geometry/intersection'
import { boundsOf, placeCorners, polygonArea, rotateAround } from '#shared/geometry/place'
import { clockwise, isConvex, labelPoint, pointInPolygon, signedArea } from '#shared/geometry/polygons'
import { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Point, Polygon } from '#shared/geometry/types'
import { lerp } from '#shared/geometry/vectors'
import { anyPlace, anyStar, runs } from './seed'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

describe('rings', () => {
  it('turned by quarter turns keep their corners on whole numbers', () => {
    expect(placeCorners([0, 0, 3000, 2000, 9000])).toEqual([
      [2500, -500],
      [2500, 2500],
      [500, 2500],
      [500, -500],
    ])
    expect(rotateAround([7, 3], [0, 0], 27_000)).toEqual([3, -7])
  })

  it('are convex or not', () => {
    const star: Polygon = [0, 2, 4, 1, 3].map((i): Point => [Math.cos(i * 1.2566) * 1000, Math.sin(i * 1.2566) * 1000])
    expect(isConvex(star)).toBe(false)
    expect(
      isConvex([
        [0, 0],
        [10, 0],
        [5, 0],
        [5, 5],
      ]),
    ).toBe(false)
    expect(
      isConvex([
        [0, 0],
        [5, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
    ).toBe(true)
    fc.assert(
      fc.property(anyPlace(), (place) => isConvex(placeCorners(place))),
      runs(200),
    )
  })

  it('have a label point inside', () => {
    fc.assert(
      fc.property(anyStar(), (ring) => pointInPolygon(labelPoint(ring), ring)),
      runs(300),
    )
  })

  it('run clockwise when asked to, with the same area', () => {
    fc.assert(
      fc.property(anyStar(), (ring) => {
        expect(signedArea(clockwise(ring))).toBeGreaterThan(0)
        expect(Math.abs(signedArea(ring))).toBeCloseTo(polygonArea(ring), 3)
      }),
      runs(200),
    )
  })
})

describe('distances', () => {
  it('between shapes are those between the nearest of many points on their sides', () => {
    fc.assert(
      fc.property(anyStar(6000), anyStar(6000), (a, b) => {
        const away = polygonToPolygon(a, b)
        if (intersectionArea(a, b) > 1) expect(away).toBe(0)
        const points = (ring: Polygon) =>
          ring.flatMap((corner, i) => [0, 0.25, 0.5, 0.75].map((t) => lerp(corner, ring[(i + 1) % ring.length]!, t)))
        let nearest = Infinity
        for (const p of points(a))
          for (const q of points(b)) nearest = Math.min(nearest, Math.hypot(p[0] - q[0], p[1] - q[1]))
        expect(away).toBeLessThanOrEqual(nearest + 1e-6)
        expect(away).toBeGreaterThanOrEqual(0)
      }),
      runs(200),
    )
  })

  it('a segment that crosses, starts inside or only touches meets the shape', () => {
    const box: Polygon = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]
    expect(segmentMeetsPolygon([-5, 5], [15, 5], box)).toBe(true)
    expect(segmentMeetsPolygon([5, 5], [6, 6], box)).toBe(true)
    expect(segmentMeetsPolygon([10, 5], [15, 5], box)).toBe(true)
    expect(segmentMeetsPolygon([11, 5], [15, 5], box)).toBe(false)
  })
})

describe('SpatialIndex', () => {
  it('finds what a walk through all boxes finds, whatever was set, moved and taken out', () => {
    const step = fc.record({ id: fc.integer({ min: 0, max: 30 }), place: fc.option(anyPlace(), { nil: null }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), anyPlace(), (steps, window) => {
        const index = new SpatialIndex<number>()
        const kept = new Map<number, ReturnType<typeof boundsOf>>()
        for (const { id, place } of steps) {
          if (place) {
            const box = boundsOf(placeCorners(place))
            index.set(id, box)
            kept.set(id, box)
          } else {
            index.delete(id)
            kept.delete(id)
          }
        }
        const asked = boundsOf(placeCorners(window))
        const expected = [...kept].filter(
          ([, box]) =>
            box.minX <= asked.maxX && asked.minX <= box.maxX && box.minY <= asked.maxY && asked.minY <= box.maxY,
        )
        expect(index.search(asked).sort()).toEqual(expected.map(([id]) => id).sort())
      }),
      runs(150),
    )
  })
})
