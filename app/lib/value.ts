/** One value that panels look at: set it, read it, hear of it. */
export interface Value<T> {
  readonly current: T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function createValue<T>(start: T): Value<T> {
  let current = start
  const listeners = new Set<() => void>()
  return {
    get current() {
      return current
    },
    set(next) {
      if (Object.is(current, next)) return
      current = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
