import type { LiveData } from './liveSession'

interface Entry<Session> {
  opening: Promise<Session>
  users: number
}

/** React mounts twice in development: a session outlives the moment between. */
const LINGER_MS = 1000

/** One session for each account and fair, however often it is asked for; ends soon after the last user has let go. */
export function createSessionRegistry<Data extends LiveData, Session extends { destroy(): void }>(
  open: (data: Data) => Promise<Session>,
) {
  const sessions = new Map<string, Entry<Session>>()
  return (data: Data): { opening: Promise<Session>; release: () => void } => {
    const key = `${data.accountId}:${data.fairId}`
    const entry = sessions.get(key) ?? { opening: open(data), users: 0 }
    sessions.set(key, entry)
    entry.users++
    return {
      opening: entry.opening,
      release: () => {
        entry.users--
        setTimeout(() => {
          if (entry.users > 0 || sessions.get(key) !== entry) return
          sessions.delete(key)
          void entry.opening.then((session) => session.destroy())
        }, LINGER_MS)
      },
    }
  }
}
