import { useEffect } from 'react'
import { keepEditorShell } from '~/realtime/serviceWorker'
import { useLive, useValue } from './useLive'

/** Long enough for the lazy parts of the page to have come. */
const SETTLED_MS = 1500

/** Nothing is lost with the window: the page is kept for offline reloads, and where it cannot be, one is asked first. */
export function useSafeWindow(): void {
  const session = useLive()
  const loaded = useValue(session.loaded)
  const { accountId } = session.data
  useEffect(() => {
    if (!loaded) return
    const timer = setTimeout(() => {
      keepEditorShell(accountId, location.pathname).catch(() => session.keepsCopy.set(false))
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [loaded, accountId, session])

  // Without a copy on this device, what the server has not got would be lost with the window.
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!session.keepsCopy.current && session.unsaved() > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [session])
}
