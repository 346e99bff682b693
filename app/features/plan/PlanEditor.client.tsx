import { useTranslation } from 'react-i18next'
import type { EditorData } from '#server/services/documents/editorData'
import { OpenedDocument } from '~/features/editor/OpenedDocument'
import { createSessionRegistry } from '~/features/editor/session/sessionRegistry'
import { LiveProvider } from '~/features/editor/useLive'
import { useOpening } from '~/features/editor/useOpening'
import { EditorShell } from './EditorShell'
import { EditorSkeleton } from './EditorSkeleton'
import { openEditorSession } from './session/editorSession'
import { SessionProvider } from './useSession'

const acquireSession = createSessionRegistry(openEditorSession)

/** Opens the fair's document and, once it is known what the plan looks like, the editor. */
export default function PlanEditor({ data }: { data: EditorData }) {
  const { t } = useTranslation('editor')
  const session = useOpening(acquireSession, data)
  const skeleton = <EditorSkeleton fairName={data.name} fairId={data.fairId} />
  if (!session) return skeleton
  return (
    <LiveProvider value={session}>
      <SessionProvider value={session}>
        <OpenedDocument skeleton={skeleton} offline={t('openingOffline')}>
          <EditorShell fairName={data.name} />
        </OpenedDocument>
      </SessionProvider>
    </LiveProvider>
  )
}
