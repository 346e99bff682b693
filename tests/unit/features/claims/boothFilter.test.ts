import { describe, expect, it } from 'vitest'
import {
  bandOf,
  byNumber,
  findBooths,
  isFiltering,
  type ListedBooth,
  MY_SECTORS,
  readBoothFilter,
} from '~/features/claims/boothFilter'

const booth = (number: string, more: Partial<ListedBooth> = {}): ListedBooth => ({
  id: number,
  number,
  hallId: 'h1',
  sectorId: 'music',
  areaM2: 9,
  kind: 'row',
  openSides: 1,
  status: 'available',
  ...more,
})
const find = (booths: ListedBooth[], query: string, mySectors: string[] = []) =>
  findBooths(booths, readBoothFilter(new URLSearchParams(query)), mySectors).map(({ number }) => number)

describe('readBoothFilter', () => {
  it('takes what it knows and leaves out the rest', () => {
    const filter = readBoothFilter(new URLSearchParams('size=gigantic&kind=corner&sides=9&free=yes&number=%20A1%20'))
    expect(filter).toMatchObject({ band: null, kind: 'corner', openSides: 0, freeOnly: false, number: 'A1' })
  })
  it('an empty address filters nothing', () => {
    expect(isFiltering(readBoothFilter(new URLSearchParams()))).toBe(false)
    expect(isFiltering(readBoothFilter(new URLSearchParams('sector=music')))).toBe(true)
  })
  it('keeps naughty text as text', () => {
    expect(find([booth('A1')], `number=${encodeURIComponent('.*')}`)).toEqual([])
    expect(find([booth("A'; drop")], `number=${encodeURIComponent("'; DROP")}`)).toEqual(["A'; drop"])
  })
})

describe('findBooths', () => {
  it('puts my sectors first, then what is free, then counts as people do', () => {
    const booths = [
      booth('A10'),
      booth('A2'),
      booth('B1', { status: 'held' }),
      booth('C3', { sectorId: 'it', status: 'confirmed' }),
      booth('C12', { sectorId: 'it' }),
      booth('D1', { sectorId: null }),
    ]
    expect(find(booths, '', ['it'])).toEqual(['C12', 'C3', 'A2', 'A10', 'D1', 'B1'])
  })
  it('filters by sector, my sectors, size, kind, open sides and hall', () => {
    const booths = [
      booth('A1', { areaM2: 6 }),
      booth('A2', { areaM2: 6.01, kind: 'corner', openSides: 2 }),
      booth('A3', { sectorId: 'it', kind: 'island', openSides: 4, areaM2: 60 }),
      booth('A4', { hallId: 'h2', sectorId: null, status: 'blocked' }),
    ]
    expect(find(booths, 'size=small')).toEqual(['A1'])
    expect(find(booths, 'size=huge')).toEqual(['A3'])
    expect(find(booths, 'sides=2')).toEqual(['A2', 'A3'])
    expect(find(booths, 'kind=island')).toEqual(['A3'])
    expect(find(booths, `sector=${MY_SECTORS}`, ['it'])).toEqual(['A3'])
    expect(find(booths, 'sector=music')).toEqual(['A1', 'A2'])
    expect(find(booths, 'hall=h2')).toEqual(['A4'])
    expect(find(booths, 'hall=h2&free=1')).toEqual([])
  })
  it('copes with none and with a thousand', () => {
    expect(find([], 'free=1')).toEqual([])
    const many = Array.from({ length: 1000 }, (_, i) => booth(`A${1000 - i}`))
    expect(find(many, '').slice(0, 3)).toEqual(['A1', 'A2', 'A3'])
  })
})

it('bands share no size', () => {
  expect([6, 6.01, 12, 12.5, 24, 24.01].map(bandOf)).toEqual(['small', 'medium', 'medium', 'large', 'large', 'huge'])
})

it('A2 comes before A10', () => {
  expect(['A10', 'A2', 'B1'].sort(byNumber)).toEqual(['A2', 'A10', 'B1'])
})
