import { useEffect, useState } from 'react'
import type { LiveData } from './session/liveSession'

type Acquire<Data, Session> = (data: Data) => { opening: Promise<Session>; release: () => void }

/**
 * The session of this account and fair, once it is open; null before. What else `data` says counts at the moment of opening
 * only: whatever changes later comes over the session's own ways. What goes wrong is thrown to the page's error boundary.
 */
export function useOpening<Data extends LiveData, Session>(
  acquire: Acquire<Data, Session>,
  data: Data,
): Session | null {
  const [session, setSession] = useState<Session | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const { accountId, fairId } = data
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above, the session stays
  useEffect(() => {
    const { opening, release } = acquire(data)
    let gone = false
    opening.then((opened) => !gone && setSession(() => opened)).catch((error: unknown) => !gone && setFailure(error))
    return () => {
      gone = true
      release()
    }
  }, [accountId, fairId])
  if (failure) throw failure
  return session
}
