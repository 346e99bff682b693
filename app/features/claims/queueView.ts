import { matchesSearch } from '#shared/exhibitors/search'

export const QUEUE_TABS = ['open', 'held', 'confirmed', 'all', 'blocked', 'trail'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]
export type ClaimTab = Exclude<QueueTab, 'blocked' | 'trail'>

export const readQueueTab = (search: URLSearchParams): QueueTab =>
  QUEUE_TABS.find((tab) => tab === search.get('tab')) ?? 'open'

interface Sorted<T> {
  open: readonly T[]
  held: readonly T[]
  confirmed: readonly T[]
  settled: readonly T[]
}

/** The claims of each tab, in the order in which they want attention. */
export function claimsByTab<T>(queue: Sorted<T>): Record<ClaimTab, T[]> {
  const { open, held, confirmed, settled } = queue
  return {
    open: [...open],
    held: [...held],
    confirmed: [...confirmed],
    all: [...open, ...held, ...confirmed, ...settled],
  }
}

export const searchClaims = <T extends { claim: { boothNumber: string }; exhibitor: { name: string } }>(
  items: readonly T[],
  search: string,
): T[] => items.filter(({ claim, exhibitor }) => matchesSearch([claim.boothNumber, exhibitor.name], search))
