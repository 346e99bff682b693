import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorData } from '#server/services/documents/editorData'
import { OpeningNote } from '~/features/editor/panels/OpeningNote'
import { createSessionRegistry } from '~/features/editor/session/sessionRegistry'
import { LiveProvider, useLive, useValue } from '~/features/editor/useLive'
import { useSafeWindow } from '~/features/editor/useSafeWindow'
import { EditorShell } from './EditorShell'
import { EditorSkeleton } from './EditorSkeleton'
import { type EditorSession, openEditorSession } from './session/editorSession'
import { SessionProvider } from './useSession'

const acquireSession = createSessionRegistry(openEditorSession)

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
    <LiveProvider value={session}>
      <SessionProvider value={session}>
        <OpenEditor data={data} />
      </SessionProvider>
    </LiveProvider>
  )
}

function OpenEditor({ data }: { data: EditorData }) {
  const { t } = useTranslation('editor')
  const loaded = useValue(useLive().loaded)
  useSafeWindow()
  if (loaded) return <EditorShell fairName={data.name} />
  return (
    <>
      <EditorSkeleton fairName={data.name} fairId={data.fairId} />
      <OpeningNote offline={t('openingOffline')} />
    </>
  )
}
