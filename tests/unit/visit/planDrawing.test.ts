import { describe, expect, it } from 'vitest'
import { demoPlan } from '#server/services/demo/demoPlan'
import type { Place, Point } from '#shared/geometry/types'
import { boothsAround } from '~/lib/planView/around'
import { doorOf } from '~/lib/planView/doors'
import { compareNumbers, hallDrawing, viewAround } from '~/lib/planView/hallDrawing'
import { neighbourInDirection } from '~/lib/planView/neighbour'
import { markPath, readRingPath, ringPath } from '~/lib/planView/paths'
import { scaleBarLength } from '~/lib/planView/scaleBar'
import { sectorAreas } from '~/lib/planView/sectorAreas'
import { fill } from '~/lib/planView/visitWords'

const hall = hallDrawing(demoPlan(), 'main-hall')
if (!hall) throw new Error('the demo has a hall')
const square: Point[] = [
  [0, 0],
  [3000, 0],
  [3000, 3000],
  [0, 3000],
]

describe('hallDrawing', () => {
  it('holds everything of one hall as plain data, booths by number', () => {
    expect(hall.booths.length).toBeGreaterThan(100)
    expect(JSON.parse(JSON.stringify(hall))).toEqual(hall)
    const numbers = hall.booths.map(({ number }) => number)
    expect(numbers).toEqual([...numbers].sort(compareNumbers))
    expect(Object.keys(hall.sectors)).toHaveLength(20)
  })

  it('knows no other hall', () => {
    expect(hallDrawing(demoPlan(), 'nowhere')).toBeNull()
    expect(viewAround(hall, ['nobody'])).toBeNull()
  })

  it('sorts A2 before A10', () => {
    expect(['A10', 'A2', 'a1', 'B1'].sort(compareNumbers)).toEqual(['a1', 'A2', 'A10', 'B1'])
  })
})

describe('paths', () => {
  it('reads what it wrote', () => {
    const ring: Point[] = [
      [-1500, 0],
      [3000, -20],
      [3000, 3000],
    ]
    expect(readRingPath(ringPath(ring))).toEqual(ring)
    expect(readRingPath('')).toEqual([])
  })

  it('marks a booth that is asked for at its corner, one kept back with a cross, the others not', () => {
    expect(markPath(square, 'claimed')).toBe('M0 0L900 0L0 900Z')
    expect(markPath(square, 'held')).toBe(markPath(square, 'claimed'))
    expect(markPath(square, 'blocked')).toBe('M0 0L3000 3000M3000 0L0 3000')
    expect([markPath(square, 'available'), markPath(square, 'confirmed'), markPath([], 'blocked')]).toEqual([
      '',
      '',
      '',
    ])
  })
})

describe('doors', () => {
  const outline: Point[] = [
    [0, 0],
    [70_000, 0],
    [70_000, 64_000],
    [0, 64_000],
  ]
  it.each<[string, Place, Point]>([
    ['south', [32_000, 63_700, 6000, 300, 0], [0, 1]],
    ['north', [20_000, 0, 2000, 300, 0], [0, -1]],
    ['west, turned', [-850, 30_000, 2000, 300, 9000], [-1, 0]],
    ['east, as drawn', [69_700, 30_000, 300, 2000, 0], [1, 0]],
  ])('lead out to the %s', (_name, place, out) => {
    expect(doorOf(place, outline).out).toEqual(out)
  })
})

describe('areas of sectors', () => {
  it('are one for each group of booths', () => {
    const areas = sectorAreas(hall)
    expect(areas).toHaveLength(20)
    expect(areas.reduce((sum, area) => sum + area.booths, 0)).toBe(hall.booths.length)
  })

  it('are two when a sector is in two places', () => {
    const shifted = square.map(([x, y]) => [x + 20_000, y] as const)
    const booth = { number: '1', sectorId: 'music', rotation: 0 }
    const booths = [
      { ...booth, id: 'a', ring: square },
      { ...booth, id: 'b', ring: shifted },
    ]
    expect(sectorAreas({ booths })).toHaveLength(2)
  })
})

describe('what is around', () => {
  it('names next door before across the aisle', () => {
    const around = boothsAround(hall, 'booth-a02')
    expect(around.slice(0, 2).sort()).toEqual(['booth-a01', 'booth-a03'])
    expect(around).toContain('booth-b02')
    expect(around).not.toContain('booth-a02')
    expect(around).not.toContain('booth-a12')
    expect(boothsAround(hall, 'nobody')).toEqual([])
  })

  it('leads with arrow keys to the booth that lies there', () => {
    const from = hall.booths.find(({ id }) => id === 'booth-a02')
    if (!from) throw new Error('no booth A02')
    expect(neighbourInDirection(hall.booths, from, 'ArrowRight')?.id).toBe('booth-a03')
    expect(neighbourInDirection(hall.booths, from, 'ArrowLeft')?.id).toBe('booth-a01')
    expect(neighbourInDirection(hall.booths, from, 'ArrowDown')?.id).toBe('booth-b02')
    expect(neighbourInDirection(hall.booths, from, 'ArrowUp')).toBeNull()
    expect(neighbourInDirection(hall.booths, from, 'x')).toBeNull()
  })
})

describe('small things', () => {
  it('takes a handy length for the scale', () => {
    expect([2000, 30_000, 76_000, 190_000].map(scaleBarLength)).toEqual([500, 5000, 10_000, 20_000])
  })
  it('fills the gaps of a sentence and leaves others', () => {
    expect(fill('{found} of {all}, {x}', { found: 3, all: 9 })).toBe('3 of 9, {x}')
  })
})
