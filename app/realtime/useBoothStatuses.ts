import { useEffect, useMemo, useRef, useState } from 'react'
import type { BoothStatusEvent } from '#shared/protocol/events'
import { acquireBoothSocket } from './boothSocket'
import { type BoothStatuses, createBoothStatusStore, withEvents } from './boothStatusStore'

const NO_EVENTS: readonly BoothStatusEvent[] = []

/**
 * Who holds which booth of a fair, live. `initial` (from the loader) is shown until the server has answered; when it is
 * loaded anew, newer statuses in it count too. `onReleaseChanged` is called when a release was published or withdrawn.
 */
export function useBoothStatuses(
  fairId: string,
  initial: readonly BoothStatusEvent[] = NO_EVENTS,
  onReleaseChanged?: () => void,
): BoothStatuses {
  const [current, setCurrent] = useState<BoothStatuses>(() => ({
    state: 'connecting',
    statuses: withEvents(new Map(), initial),
    releaseChanges: 0,
  }))
  const first = useRef(initial)
  const notify = useRef(onReleaseChanged)
  notify.current = onReleaseChanged

  useEffect(() => {
    const { socket, release } = acquireBoothSocket()
    const store = createBoothStatusStore(fairId, socket, first.current)
    let releaseChanges = 0
    const stop = store.subscribe(() => {
      setCurrent(store.current)
      if (store.current.releaseChanges !== releaseChanges) {
        releaseChanges = store.current.releaseChanges
        notify.current?.()
      }
    })
    setCurrent(store.current)
    return () => {
      stop()
      store.destroy()
      release()
    }
  }, [fairId])

  return useMemo(() => {
    if (initial === first.current) return current
    const newer = initial.filter((event) => event.version > (current.statuses.get(event.boothId)?.version ?? -1))
    return newer.length === 0 ? current : { ...current, statuses: withEvents(current.statuses, newer) }
  }, [current, initial])
}
