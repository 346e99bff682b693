import { describe, expect, it } from 'vitest'
import type { Point } from '#shared/geometry/types'
import { boothLabel, nameLines, placeLabel, wrapText } from '~/lib/planView/labels'

const rectangle = (width: number, depth: number): Point[] => [
  [0, 0],
  [width, 0],
  [width, depth],
  [0, depth],
]
const booth = (ring: Point[], number = 'A12', rotation = 0) => ({ ring, number, rotation })

describe('boothLabel', () => {
  it('stands in the middle and fits across', () => {
    const label = boothLabel(booth(rectangle(3000, 3000)))
    expect(label).toMatchObject({ at: [1500, 1500], turn: 0 })
    expect((label?.size ?? 0) * 3 * 0.62).toBeLessThanOrEqual(3000)
    expect(label?.size).toBeGreaterThan(800)
  })

  it('is turned in deep narrow booths, and never upside down', () => {
    expect(boothLabel(booth(rectangle(1500, 6000), 'B-1024'))?.turn).toBe(-90)
    expect(boothLabel(booth(rectangle(6000, 3000), 'C01'))?.turn).toBe(0)
    for (let rotation = 0; rotation < 36_000; rotation += 500) {
      const turn = boothLabel(booth(rectangle(3000, 3000), 'A12', rotation))?.turn ?? 0
      expect(turn).toBeGreaterThanOrEqual(-90)
      expect(turn).toBeLessThanOrEqual(90.5)
    }
  })

  it('is left out where nobody could read it', () => {
    expect(boothLabel(booth(rectangle(200, 200), 'B-020 A-029'))).toBeNull()
  })

  it('stands inside an L, not at its centre of gravity', () => {
    const l: Point[] = [
      [0, 0],
      [10_000, 0],
      [10_000, 2000],
      [2000, 2000],
      [2000, 10_000],
      [0, 10_000],
    ]
    const [x, y] = boothLabel(booth(l))?.at ?? [0, 0]
    expect(x <= 2000 || y <= 2000).toBe(true)
  })
})

describe('wrapText', () => {
  it('breaks between words and ends in an ellipsis', () => {
    expect(wrapText('Collectif Plume & Planche', 12, 2)).toEqual(['Collectif', 'Plume &…'])
    expect(wrapText('Kaap', 12, 2)).toEqual(['Kaap'])
    expect(wrapText('Donaudampfschifffahrt', 8, 2)).toEqual(['Donauda…'])
    expect(wrapText('', 12, 2)).toEqual([])
    expect(wrapText('🎷🎷🎷🎷🎷🎷', 4, 1)).toEqual(['🎷🎷🎷…'])
  })

  it('never gives more lines or longer ones than asked for', () => {
    for (const text of ['a', 'aa bb cc dd ee ff', 'x'.repeat(100), 'één twee drie vier vijf zes zeven']) {
      for (const width of [4, 7, 20]) {
        for (const lines of [1, 2, 3]) {
          const wrapped = wrapText(text, width, lines)
          expect(wrapped.length).toBeLessThanOrEqual(lines)
          for (const line of wrapped) expect([...line].length).toBeLessThanOrEqual(width)
        }
      }
    }
  })

  it('gives nothing where a name would be letters without sense', () => {
    expect(nameLines('Kollektief Kaap', { across: 300, size: 1000 })).toEqual([])
  })
})

describe('placeLabel', () => {
  it('takes the lines that give the largest words', () => {
    expect(placeLabel([0, 0, 12_000, 6000, 0], 'Partner Meeting Point').lines.length).toBeGreaterThan(1)
    expect(placeLabel([0, 0, 20_000, 3000, 0], 'Agora')).toMatchObject({ lines: ['Agora'], turn: 0 })
    expect(placeLabel([0, 0, 2000, 9000, 0], 'Agora').turn).toBe(-90)
  })
})
