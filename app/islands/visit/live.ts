import type { BoothStatusEvent } from '#shared/protocol/events'
import { acquireBoothSocket } from '~/realtime/boothSocket'
import { createBoothStatusStore } from '~/realtime/boothStatusStore'

export interface LiveListeners {
  changed: (events: readonly BoothStatusEvent[]) => void
  /** A release was published or withdrawn. */
  planChanged: () => void
  /** For longer than a moment there is no connection, or there is one again. */
  away: (away: boolean) => void
}

/** A train's short tunnel is not worth a word. */
const AWAY_AFTER_MS = 5000

/** Who holds which booth of the fair, from now on. */
export function followFair(fairId: string, { changed, planChanged, away }: LiveListeners): void {
  const { socket } = acquireBoothSocket()
  const store = createBoothStatusStore(fairId, socket)
  let releaseChanges = 0
  let silence: ReturnType<typeof setTimeout> | undefined
  store.subscribe((ids) => {
    const { statuses, state, releaseChanges: changes } = store.current
    const events = ids.map((id) => statuses.get(id)).filter((event) => event !== undefined)
    if (events.length > 0) changed(events)
    if (changes !== releaseChanges) {
      releaseChanges = changes
      planChanged()
    }
    if (state === 'away') silence ??= setTimeout(() => away(true), AWAY_AFTER_MS)
    else if (state === 'live') {
      clearTimeout(silence)
      silence = undefined
      away(false)
    }
  })
}
