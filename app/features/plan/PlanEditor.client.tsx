import { useEffect, useState } from 'react'
import type { EditorData } from '#server/services/documents/editorData'
import { keepEditorShell } from '~/realtime/serviceWorker'
import { EditorShell } from './EditorShell'
import { EditorSkeleton } from './EditorSkeleton'
import { OpeningNote } from './panels/OpeningNote'
import type { EditorSession } from './session/editorSession'
import { acquireSession } from './session/sessionRegistry'
import { SessionProvider, useValue } from './useSession'

/** Opens the fair's document and, once it is known what the plan looks like, the editor. */
export default function PlanEditor({ data }: { data: EditorData }) {
  const [session, setSession] = useState<EditorSession | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const { accountId, fairId } = data
  // biome-ignore lint/correctness/useExhaustiveDependencies: later statuses come over the socket, the session stays
  useEffect(() => {
    const { opening, release } = acquireSession({ accountId, fairId, statuses: data.statuses })
    let gone = false
    opening.then((opened) => !gone && setSession(opened)).catch((error: unknown) => !gone && setFailure(error))
    return () => {
      gone = true
      release()
    }
  }, [accountId, fairId])

  // What went wrong belongs to the page's error boundary.
  if (failure) throw failure
  if (!session) return <EditorSkeleton fairName={data.name} fairId={fairId} />
  return (
    <SessionProvider value={session}>
      <OpenEditor session={session} data={data} />
    </SessionProvider>
  )
}

/** Long enough for the lazy parts of the page to have come. */
const SETTLED_MS = 1500

function OpenEditor({ session, data }: { session: EditorSession; data: EditorData }) {
  const loaded = useValue(session.loaded)
  const { accountId } = data
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

  if (loaded) return <EditorShell fairName={data.name} />
  return (
    <>
      <EditorSkeleton fairName={data.name} fairId={data.fairId} />
      <OpeningNote />
    </>
  )
}
