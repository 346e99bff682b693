import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSEST_MM, clampView, detailAt, fitView, panBy, viewBetween, wholeView, zoomAt } from '~/lib/planView/viewBox'

const whole = { minX: -3000, minY: -3000, maxX: 73_000, maxY: 67_000 }

describe('the view of the map', () => {
  it('fits all of the hall, whatever the shape of the frame', () => {
    for (const aspect of [0.5, 1, 2.2]) {
      const view = fitView(whole, aspect)
      expect(view.width).toBeGreaterThanOrEqual(76_000)
      expect(view.height).toBeGreaterThanOrEqual(70_000)
      expect(view.width / view.height).toBeCloseTo(aspect)
    }
  })

  it('keeps the hall at the top of a high frame and in the middle of a wide one', () => {
    expect(wholeView(whole, 0.5).y).toBe(whole.minY)
    const wide = wholeView(whole, 3)
    expect(wide.x + wide.width / 2).toBe(35_000)
  })

  it('keeps the point under the fingers where it is', () => {
    const before = clampView({ x: 20_000, y: 20_000, width: 20_000, height: 20_000 }, whole)
    const at = [25_000, 24_000] as const
    const after = zoomAt(before, 1.5, at, whole)
    expect((at[0] - after.x) / after.width).toBeCloseTo((at[0] - before.x) / before.width)
    expect((at[1] - after.y) / after.height).toBeCloseTo((at[1] - before.y) / before.height)
  })

  it('never loses the plan, however one zooms and drags', () => {
    const step = fc.oneof(
      fc.record({ zoom: fc.double({ min: 0.05, max: 20, noNaN: true }), x: fc.integer({ min: -1e6, max: 1e6 }) }),
      fc.record({ dx: fc.integer({ min: -1e6, max: 1e6 }), dy: fc.integer({ min: -1e6, max: 1e6 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.double({ min: 0.3, max: 3, noNaN: true }), (steps, aspect) => {
        let view = wholeView(whole, aspect)
        for (const one of steps) {
          view = 'zoom' in one ? zoomAt(view, one.zoom, [one.x, one.x], whole) : panBy(view, one.dx, one.dy, whole)
          expect(view.width).toBeGreaterThanOrEqual(CLOSEST_MM - 1)
          expect(view.width).toBeLessThanOrEqual(wholeView(whole, aspect).width + 1)
          expect(view.width / view.height).toBeCloseTo(aspect, 3)
          const [x, y] = [view.x + view.width / 2, view.y + view.height / 2]
          expect(x).toBeGreaterThanOrEqual(whole.minX)
          expect(x).toBeLessThanOrEqual(whole.maxX)
          if (view.width < wholeView(whole, aspect).width - 1) {
            expect(y).toBeGreaterThanOrEqual(whole.minY)
            expect(y).toBeLessThanOrEqual(whole.maxY)
          }
        }
      }),
      { seed: 20_271_112 },
    )
  })

  it('glides from one view to another', () => {
    const from = wholeView(whole, 1)
    const to = { x: 10_000, y: 10_000, width: 8000, height: 8000 }
    expect(viewBetween(from, to, 0)).toEqual(from)
    const end = viewBetween(from, to, 1)
    expect(end.x).toBeCloseTo(to.x)
    expect(end.width).toBeCloseTo(to.width)
  })

  it('writes more the nearer one is', () => {
    expect([3, 12, 60].map(detailAt)).toEqual(['far', 'middle', 'near'])
  })
})
