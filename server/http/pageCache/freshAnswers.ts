/**
 * Asks at most one question a key at a time. Whoever comes while one is asked waits for the next, which all of them share: every
 * answer is of a question that was asked after its reader came, and a thousand readers ask little more than one.
 */
export function freshAnswers<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  const waiting = new Map<string, Promise<T>>()

  function start(key: string): Promise<T> {
    const answer = ask(key).finally(() => running.delete(key))
    running.set(key, answer)
    return answer
  }

  return (key) => {
    const now = running.get(key)
    if (!now) return start(key)
    const known = waiting.get(key)
    if (known) return known
    const after = () => {
      waiting.delete(key)
      return start(key)
    }
    const next = now.then(after, after)
    waiting.set(key, next)
    return next
  }
}
