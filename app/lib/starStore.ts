/**
 * The stars that this browser keeps, one entry of localStorage a fair and person, shared by all its windows. Of a visitor
 * without an account this is all there is; of an account it is what the server said last, and what waits to be told to it.
 * No library here: every page with a star reads it.
 */
const PREFIX = 'beursvloer-stars:'

export interface StarsKept {
  /** For the address to which they are sent. */
  slug: string
  /** When each talk was starred: milliseconds since 1970, by the clock of this device. */
  stars: Record<string, number>
  /** What the server has not been told yet: the last word for each talk. */
  waiting: Record<string, { starred: boolean; at: number }>
  /** Of the visitor's list on the server, once a calendar was asked for. */
  token: string | null
}

export interface StarOwner {
  fairId: string
  /** '' without an account. */
  account: string
}

export const starsKey = ({ fairId, account }: StarOwner): string => `${PREFIX}${fairId}:${account}`

const emptyStars = (slug: string): StarsKept => ({ slug, stars: {}, waiting: {}, token: null })

/** Null: nothing is kept, or nothing that can be read. */
export function readStarsKept(key: string): StarsKept | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { slug, stars, waiting, token } = value as Partial<StarsKept>
    if (typeof slug !== 'string' || typeof stars !== 'object' || stars === null) return null
    return { slug, stars, waiting: waiting ?? {}, token: typeof token === 'string' ? token : null }
  } catch {
    // Storage that is switched off, or that something else wrote to: the same as none.
    return null
  }
}

/** Reads, changes, writes, in one go: other windows write too. False where the browser does not take it. */
export function changeStarsKept(key: string, slug: string, change: (kept: StarsKept) => void): boolean {
  const kept = readStarsKept(key) ?? emptyStars(slug)
  change(kept)
  try {
    localStorage.setItem(key, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forgetStars(key: string): void {
  localStorage.removeItem(key)
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

/** Fairs in which a visitor of this browser has starred something without an account. */
export const visitorsFairs = (): string[] =>
  storedKeys()
    .filter((key) => key.endsWith(':'))
    .map((key) => key.slice(PREFIX.length, -1))

const keysOf = (account: string) => storedKeys().filter((key) => key.endsWith(`:${account}`))

/** How many stars of the account have not reached the server. */
export const waitingStarsOf = (account: string): number =>
  keysOf(account).reduce((total, key) => total + Object.keys(readStarsKept(key)?.waiting ?? {}).length, 0)

/** Signing out leaves nothing of the account behind. */
export function clearStarsOf(account: string): void {
  for (const key of keysOf(account)) forgetStars(key)
}
