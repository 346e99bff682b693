import { describe, expect, it } from 'vitest'
import { bestAlternatives, type Comparable } from '#shared/claims/alternatives'

const booth = (id: string, changes: Partial<Comparable> = {}): Comparable => ({
  id,
  hallId: 'h1',
  sectorId: 'music',
  areaMm2: 9_000_000,
  centre: [0, 0],
  ...changes,
})
const wanted = booth('wanted')
const ids = (booths: readonly Comparable[]) => booths.map(({ id }) => id)

describe('the nearest free booths', () => {
  it('are those of the same sector first, then by size, then by distance', () => {
    const free = [
      booth('other sector next door', { sectorId: 'crafts', centre: [3000, 0] }),
      booth('far', { centre: [90_000, 0] }),
      booth('bigger next door', { areaMm2: 12_000_000, centre: [3000, 0] }),
      booth('near', { centre: [0, 6000] }),
    ]
    expect(ids(bestAlternatives(wanted, free))).toEqual(['near', 'far', 'bigger next door', 'other sector next door'])
  })

  it('lie in the same hall before all others', () => {
    const free = [booth('b', { hallId: 'h2', centre: [1, 1] }), booth('a', { centre: [500_000, 0] })]
    expect(ids(bestAlternatives(wanted, free))).toEqual(['a', 'b'])
  })

  it('are the same for everybody when nothing tells them apart', () => {
    const free = ['c', 'a', 'b'].map((id) => booth(id, { hallId: 'h2' }))
    expect(ids(bestAlternatives(wanted, free))).toEqual(['a', 'b', 'c'])
    expect(ids(bestAlternatives(wanted, [...free].reverse()))).toEqual(['a', 'b', 'c'])
  })

  it('are five at most, and never the one that was lost', () => {
    const free = Array.from({ length: 1000 }, (_, index) => booth(`b${index}`, { centre: [index, 0] }))
    expect(ids(bestAlternatives(booth('b0'), free))).toEqual(['b1', 'b2', 'b3', 'b4', 'b5'])
    expect(bestAlternatives(wanted, [])).toEqual([])
  })

  it('treat a booth without a sector as a sector of its own', () => {
    const free = [booth('music'), booth('none', { sectorId: null, areaMm2: 1 })]
    expect(ids(bestAlternatives(booth('wanted', { sectorId: null }), free))).toEqual(['none', 'music'])
  })
})
