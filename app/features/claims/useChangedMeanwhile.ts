import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { BoothStatusEvent } from '#shared/protocol/events'
import type { LiveState } from '~/realtime/boothStatusStore'
import { useBoothStatuses } from '~/realtime/useBoothStatuses'
import type { PageBooth } from './types'

/** One's own act comes back as an event before the page has loaded anew: that is no news. */
const PATIENCE_MS = 900

export interface ChangedMeanwhile {
  /** Somebody else did something that the list does not show yet. */
  changed: boolean
  statuses: Readonly<Record<string, { status: PageBooth['status']; exhibitorName: string | null }>>
  state: LiveState
}

/** The plan recolours at once; the list waits for a click, since its reader may be writing in it. */
export function useChangedMeanwhile(
  fairId: string,
  booths: readonly (Pick<PageBooth, 'id' | 'status'> & { version: number; exhibitorName: string | null })[],
): ChangedMeanwhile {
  const { revalidate, state: reloading } = useRevalidator()
  const navigation = useNavigation()
  const initial = useMemo(
    (): BoothStatusEvent[] =>
      booths.map(({ id, status, version, exhibitorName }) => ({
        fairId,
        boothId: id,
        status,
        version,
        exhibitorId: null,
        exhibitorName,
      })),
    [fairId, booths],
  )
  const live = useBoothStatuses(fairId, initial, revalidate)
  const loaded = useMemo(() => new Map(booths.map((booth) => [booth.id, booth.version])), [booths])
  const newer = [...live.statuses.values()].some(({ boothId, version }) => version > (loaded.get(boothId) ?? version))

  const busy = navigation.state !== 'idle' || reloading !== 'idle'
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    if (!newer || busy) {
      setChanged(false)
      return
    }
    const timer = setTimeout(() => setChanged(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [newer, busy])

  const wasAway = useRef(false)
  useEffect(() => {
    if (live.state === 'away') wasAway.current = true
    if (live.state !== 'live' || !wasAway.current) return
    wasAway.current = false
    revalidate()
  }, [live.state, revalidate])

  const statuses = useMemo(
    () =>
      Object.fromEntries([...live.statuses].map(([id, { status, exhibitorName }]) => [id, { status, exhibitorName }])),
    [live.statuses],
  )
  return { changed, statuses, state: live.state }
}
