import { changeStarsKept, forgetStars, readStarsKept, type StarsKept, starsKey, visitorsFairs } from '~/lib/starStore'
import { opsOf, type StarAnswer, sendStars } from './send'

export interface StarBook {
  readonly account: string
  /** When each talk was starred, in milliseconds since 1970. */
  stars(): ReadonlyMap<string, number>
  has(talkId: string): boolean
  /** False where the browser keeps nothing. */
  set(talkId: string, starred: boolean): boolean
  /** Of the visitor's list on the server. */
  token(): string | null
  /** Asks for a calendar, replaces its address, or ends it: for visitors without an account. */
  changeFeed(act: 'openFeed' | 'renewFeed' | 'closeFeed'): Promise<StarAnswer>
  /** Tells the server what waits. Null: nothing did, or it has been told. Otherwise why not. */
  flush(): Promise<{ code: string | null } | null>
  subscribe(listener: () => void): void
}

export interface StarBookOptions {
  fairId: string
  slug: string
  account: string
  /** Where stars are sent. */
  address: string
  /** What the page says of the account; null: the page is a copy, and what the browser keeps is newer. */
  told: readonly string[] | null
}

/** A reader's stars in one fair, in all windows of this browser. */
export function openStarBook({ fairId, slug, account, address, told }: StarBookOptions): StarBook {
  const key = starsKey({ fairId, account })
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  // Where the browser keeps nothing at all, the page itself does, as long as it is open.
  let memory: StarsKept = { slug, stars: {}, waiting: {}, token: null }
  let stored = true
  const kept = (): StarsKept => (stored ? (readStarsKept(key) ?? { ...memory, stars: {}, waiting: {} }) : memory)
  const change = (edit: (kept: StarsKept) => void): boolean => {
    stored &&= changeStarsKept(key, slug, edit)
    if (!stored) edit(memory)
    return stored
  }
  const takeTold = (talkIds: readonly string[]) =>
    change((all) => {
      const now = Date.now()
      all.stars = Object.fromEntries(talkIds.map((id) => [id, all.stars[id] ?? now]))
      for (const [id, { starred, at }] of Object.entries(all.waiting)) {
        if (starred) all.stars[id] ??= at
        else delete all.stars[id]
      }
    })
  if (account !== '' && told) takeTold(told)
  memory = kept()

  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed()
  })
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) changed()
  })

  let flushing: Promise<{ code: string | null } | null> | null = null
  async function flushOnce(): Promise<{ code: string | null } | null> {
    const { waiting, token } = kept()
    if (Object.keys(waiting).length === 0) return null
    const ops = opsOf(waiting)
    const answer = await sendStars(address, { act: 'change', account, ops, ...(token ? { token } : {}) })
    if (!answer.ok) {
      // The list was ended elsewhere: the browser goes on without it.
      if (token && answer.code === 'NOT_FOUND') change((all) => Object.assign(all, { token: null, waiting: {} }))
      return { code: answer.code }
    }
    change((all) => {
      for (const [id, { at }] of Object.entries(waiting)) if (all.waiting[id]?.at === at) delete all.waiting[id]
    })
    if (account !== '' && answer.talkIds) {
      takeTold(answer.talkIds)
      changed()
    }
    return null
  }

  /** What is starred while the server is being told waits for the next round. */
  async function flushAll(): Promise<{ code: string | null } | null> {
    for (;;) {
      const problem = await flushOnce()
      if (problem || Object.keys(kept().waiting).length === 0) return problem
    }
  }

  return {
    account,
    stars: () => new Map(Object.entries(kept().stars)),
    has: (talkId) => talkId in kept().stars,
    set(talkId, starred) {
      const at = Date.now()
      const done = change((all) => {
        if (starred) all.stars[talkId] = at
        else delete all.stars[talkId]
        if (account !== '' || all.token !== null) all.waiting[talkId] = { starred, at }
      })
      changed()
      return done
    },
    token: () => kept().token,
    async changeFeed(act) {
      const { stars, token } = kept()
      const ops = Object.entries(stars).map(([talkId, at]) => ({
        talkId,
        starred: true,
        ago: Math.max(0, Date.now() - at),
      }))
      const answer = await sendStars(
        address,
        act === 'openFeed' ? { act, account, ops } : { act, account, token: token ?? '' },
      )
      // What is not there any more need not be stopped.
      const over = act !== 'openFeed' && !answer.ok && answer.code === 'NOT_FOUND'
      if (answer.ok || over)
        change((all) => Object.assign(all, { token: (answer.ok && answer.token) || null, waiting: {} }))
      changed()
      return over ? { ok: true } : answer
    },
    async flush() {
      flushing ??= flushAll().finally(() => {
        flushing = null
      })
      return await flushing
    },
    subscribe: (listener) => void listeners.add(listener),
  }
}

/** What was starred in this browser before signing in becomes the account's, in every fair. Nothing is forgotten before the server has it. */
export async function handOver(account: string, lang: string): Promise<string[]> {
  const taken: string[] = []
  for (const fairId of visitorsFairs()) {
    const key = starsKey({ fairId, account: '' })
    const kept = readStarsKept(key)
    if (!kept) continue
    const ops = Object.keys(kept.stars).map((talkId) => ({ talkId, starred: true }))
    if (ops.length === 0 && kept.token === null) {
      forgetStars(key)
      continue
    }
    const answer = await sendStars(`/${lang}/fairs/${kept.slug}/stars`, {
      act: 'adopt',
      account,
      ops,
      ...(kept.token ? { token: kept.token } : {}),
    })
    if (!answer.ok) continue
    forgetStars(key)
    const mine = starsKey({ fairId, account })
    changeStarsKept(mine, kept.slug, (all) => {
      for (const id of answer.talkIds ?? []) all.stars[id] ??= kept.stars[id] ?? Date.now()
    })
    taken.push(fairId)
  }
  return taken
}
