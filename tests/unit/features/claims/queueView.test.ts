import { describe, expect, it } from 'vitest'
import { withParams } from '~/features/claims/boothAddress'
import { historyLines } from '~/features/claims/historyLines'
import { claimsByTab, readQueueTab, searchClaims } from '~/features/claims/queueView'
import { isAboutClaims } from '~/features/claims/Trail'

const item = (boothNumber: string, name: string) => ({ claim: { boothNumber }, exhibitor: { name } })

describe('the queue', () => {
  it('starts with the open claims, whatever the address says', () => {
    expect(readQueueTab(new URLSearchParams())).toBe('open')
    expect(readQueueTab(new URLSearchParams('tab=nonsense'))).toBe('open')
    expect(readQueueTab(new URLSearchParams('tab=trail'))).toBe('trail')
  })
  it('shows in "all" what wants attention first', () => {
    const queue = { open: ['o'], held: ['h'], confirmed: ['c'], settled: ['s'] }
    expect(claimsByTab(queue)).toEqual({ open: ['o'], held: ['h'], confirmed: ['c'], all: ['o', 'h', 'c', 's'] })
  })
  it('finds by booth and by name, accents aside', () => {
    const items = [item('A1', 'Céline'), item('B12', 'Zoë')]
    expect(searchClaims(items, 'celine')).toEqual([items[0]])
    expect(searchClaims(items, 'b12')).toEqual([items[1]])
    expect(searchClaims(items, '')).toEqual(items)
  })
})

describe('history', () => {
  const claim = { id: 'c1', boothNumber: 'A1', reason: 'Too large' }
  it('tells the newest first, with the reason beside the refusal', () => {
    const history = [
      { id: 1, at: '2026-11-22T10:00:00Z', details: { to: 'claimed', booth: 'A1' } },
      { id: 2, at: '2026-11-22T11:00:00Z', details: { to: 'declined', booth: 'A1' } },
    ]
    expect(historyLines([{ claim, history }])).toEqual([
      { id: '2', state: 'declined', number: 'A1', at: '2026-11-22T11:00:00Z', reason: 'Too large' },
      { id: '1', state: 'claimed', number: 'A1', at: '2026-11-22T10:00:00Z', reason: null },
    ])
  })
  it('leaves out what is no state of a claim', () => {
    expect(historyLines([{ claim, history: [{ id: 1, at: '', details: { to: 'nonsense' } }] }])).toEqual([])
  })
  it('knows what belongs into the trail of claims', () => {
    expect(isAboutClaims({ action: 'claim.confirm' })).toBe(true)
    expect(isAboutClaims({ action: 'booth.block' })).toBe(true)
    expect(isAboutClaims({ action: 'release.publish' })).toBe(false)
  })
})

it('addresses keep the filters and drop the message of the last act', () => {
  const search = new URLSearchParams('sector=it&done=hold&booth=x')
  expect(withParams(search, { booth: 'y' })).toBe('?sector=it&booth=y')
  expect(withParams(new URLSearchParams('booth=x'), { booth: null })).toBe('?')
})
