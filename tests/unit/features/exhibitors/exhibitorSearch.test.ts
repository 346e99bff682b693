import { expect, it } from 'vitest'
import { countStatuses, findExhibitors, readExhibitorSearch } from '~/features/exhibitors/exhibitorSearch'

const exhibitor = (name: string, more: Partial<Parameters<typeof countStatuses>[0][number]> = {}) => ({
  name,
  contactName: '',
  contactEmail: '',
  sectorIds: [],
  booths: [],
  archived: false,
  ...more,
})
const all = [
  exhibitor('Ada', { booths: [{ number: 'A1', state: 'confirmed' }], sectorIds: ['it'] }),
  exhibitor('Béa', { booths: [{ number: 'B2', state: 'held' }], contactEmail: 'bea@example.org' }),
  exhibitor('Cas'),
  exhibitor('Dag', { archived: true }),
]
const find = (query: string) =>
  findExhibitors(all, readExhibitorSearch(new URLSearchParams(query))).map(({ name }) => name)

it('finds by name, booth and contact, and hides who is archived', () => {
  expect(find('')).toEqual(['Ada', 'Béa', 'Cas'])
  expect(find('q=bea')).toEqual(['Béa'])
  expect(find('q=a1')).toEqual(['Ada'])
  expect(find('q=example.org')).toEqual(['Béa'])
  expect(find('sector=it')).toEqual(['Ada'])
})

it('filters by what became of the booth', () => {
  expect(find('status=none')).toEqual(['Cas'])
  expect(find('status=held')).toEqual(['Béa'])
  expect(find('status=archived')).toEqual(['Dag'])
  expect(find('status=nonsense')).toEqual(['Ada', 'Béa', 'Cas'])
  expect(countStatuses(all)).toEqual({ all: 3, none: 1, held: 1, claimed: 0, confirmed: 1, archived: 1 })
})
