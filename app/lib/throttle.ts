/** A clock with alarms: the platform's, or one that tests move. */
export interface Timers {
  /** Milliseconds from any start. */
  now(): number
  /** Calls back after so many ms; returns what cancels it. */
  after(ms: number, callback: () => void): () => void
}

export const platformTimers: Timers = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** About 15 a second: what others see of a pointer. */
export const AWARENESS_MS = 66

export interface Throttle<T> {
  /** At once when the last one is long enough ago; otherwise the latest value when it is. */
  send(value: T): void
  /** At once, whatever was sent before, and nothing that still waits. */
  sendNow(value: T): void
  stop(): void
}

export function throttle<T>(timers: Timers, ms: number, emit: (value: T) => void): Throttle<T> {
  let lastAt = -Infinity
  let waiting: { value: T } | null = null
  let stopTimer: (() => void) | null = null
  const stop = () => {
    stopTimer?.()
    stopTimer = null
    waiting = null
  }
  const sendNow = (value: T) => {
    stop()
    lastAt = timers.now()
    emit(value)
  }
  const send = (value: T) => {
    const rest = lastAt + ms - timers.now()
    if (rest <= 0) return sendNow(value)
    waiting = { value }
    stopTimer ??= timers.after(rest, () => {
      stopTimer = null
      if (waiting) sendNow(waiting.value)
    })
  }
  return { send, sendNow, stop }
}
