import { useRevalidator } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import type { BoothStatusEvent } from '#shared/protocol/events'
import type { LiveState } from '~/realtime/boothStatusStore'
import { useBoothStatuses } from '~/realtime/useBoothStatuses'
import type { PageBooth } from './types'

export interface LiveBooths<T> {
  booths: T[]
  state: LiveState
}

/**
 * The booths with their status as it is now. The page is loaded again when one was away (events may have been missed), when a
 * release comes or goes, and when something happens to a booth of one's own.
 */
export function useLiveBooths<T extends PageBooth & { version: number }>(
  fairId: string,
  loaded: readonly T[],
  own: readonly string[],
): LiveBooths<T> {
  const { revalidate } = useRevalidator()
  const initial = useMemo(
    (): BoothStatusEvent[] =>
      loaded.map(({ id, status, version }) => ({
        fairId,
        boothId: id,
        status,
        version,
        exhibitorId: null,
        exhibitorName: null,
      })),
    [fairId, loaded],
  )
  const { state, statuses } = useBoothStatuses(fairId, initial, revalidate)

  const wasAway = useRef(false)
  useEffect(() => {
    if (state === 'away') wasAway.current = true
    if (state !== 'live' || !wasAway.current) return
    wasAway.current = false
    revalidate()
  }, [state, revalidate])

  const booths = useMemo(
    () => loaded.map((booth) => ({ ...booth, status: statuses.get(booth.id)?.status ?? booth.status })),
    [loaded, statuses],
  )

  const ownChanged = own.some((id) => {
    const event = statuses.get(id)
    const known = loaded.find((booth) => booth.id === id)
    return event !== undefined && known !== undefined && event.version > known.version
  })
  useEffect(() => {
    if (ownChanged) revalidate()
  }, [ownChanged, revalidate])

  return { booths, state }
}
