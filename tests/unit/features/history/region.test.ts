import { describe, expect, it } from 'vitest'
import { boxBetween, boxOfTyped, isEmptyBox, typedRegion } from '~/features/history/region'

const HALL = { minX: 0, minY: 0, maxX: 50_000, maxY: 40_000 }

describe('the rectangle of a restore', () => {
  it('is read from the fields as the language writes numbers, and written so', () => {
    const box = { minX: 5500, minY: -250, maxX: 8500, maxY: 11_750 }
    expect(typedRegion(box, 'nl')).toEqual({ x: '5,5', y: '-0,25', w: '3', d: '12' })
    for (const language of ['nl', 'fr', 'en']) expect(boxOfTyped(typedRegion(box, language))).toEqual(box)
  })

  it('is none while a field is empty, no number or not positive', () => {
    const typed = { x: '1', y: '1', w: '2', d: '2' }
    expect(boxOfTyped(typed)).not.toBeNull()
    for (const wrong of ['', 'x', '1e5', '--1']) expect(boxOfTyped({ ...typed, x: wrong })).toBeNull()
    for (const wrong of ['0', '-3']) expect(boxOfTyped({ ...typed, w: wrong })).toBeNull()
  })

  it('is drawn from any corner to any other, in tenths of a metre, and ends at the edge of what is shown', () => {
    const box = { minX: 10_100, minY: 5000, maxX: 20_000, maxY: 9900 }
    expect(boxBetween([10_120, 9940], [19_980, 5010], HALL)).toEqual(box)
    expect(boxBetween([19_980, 5010], [10_120, 9940], HALL)).toEqual(box)
    expect(boxBetween([30_000, 30_000], [90_000, 90_000], HALL)).toEqual({
      minX: 30_000,
      minY: 30_000,
      maxX: 50_000,
      maxY: 40_000,
    })
  })

  it('is nothing where the hand hardly moved', () => {
    expect(isEmptyBox(boxBetween([10_000, 10_000], [10_030, 12_000], HALL))).toBe(true)
    expect(isEmptyBox(boxBetween([10_000, 10_000], [10_200, 12_000], HALL))).toBe(false)
  })
})
