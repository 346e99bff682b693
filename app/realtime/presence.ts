import type { PresenceState } from '#shared/protocol/sync'

/** About 15 times a second. */
export const PRESENCE_INTERVAL_MS = 66

export interface PresenceTimers {
  now(): number
  after(ms: number, callback: () => void): () => void
}

export const platformTimers: PresenceTimers = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const id = setTimeout(callback, ms)
    return () => clearTimeout(id)
  },
}

const NOTHING = { cursor: null, ghost: null, selection: [] } as const

const away = (state: PresenceState): PresenceState => ({
  ...state,
  ...NOTHING,
  ...(state.programme ? { programme: NOTHING } : {}),
})

export interface OwnPresence {
  set(part: Partial<PresenceState>): void
  /** Whoever looks elsewhere shows no cursor, selection or ghost; they come back with the window. */
  setAway(away: boolean): void
  destroy(): void
}

/** Sends at most one state each interval, and always the last one. */
export function createOwnPresence(
  publish: (state: PresenceState) => void,
  timers: PresenceTimers = platformTimers,
): OwnPresence {
  let state: PresenceState = { hallId: null, cursor: null, selection: [], ghost: null }
  let isAway = false
  let sentAt = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null

  const send = () => {
    cancel?.()
    cancel = null
    sentAt = timers.now()
    publish(isAway ? away(state) : state)
  }
  const schedule = () => {
    if (cancel) return
    const wait = sentAt + PRESENCE_INTERVAL_MS - timers.now()
    if (wait <= 0) send()
    else cancel = timers.after(wait, send)
  }

  return {
    set(part) {
      state = { ...state, ...part }
      if (!isAway || 'hallId' in part) schedule()
    },
    setAway(next) {
      if (isAway === next) return
      isAway = next
      send()
    },
    destroy() {
      cancel?.()
      cancel = null
    },
  }
}
