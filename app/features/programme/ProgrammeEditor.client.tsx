import { useTranslation } from 'react-i18next'
import type { ProgrammeEditorData } from '#server/services/programme/programmeEditorData'
import { OpenedDocument } from '~/features/editor/OpenedDocument'
import { createSessionRegistry } from '~/features/editor/session/sessionRegistry'
import { LiveProvider } from '~/features/editor/useLive'
import { useOpening } from '~/features/editor/useOpening'
import { useLang } from '~/lib/useLang'
import { ProgrammeShell } from './ProgrammeShell'
import { ProgrammeSkeleton } from './ProgrammeSkeleton'
import { openProgrammeSession } from './session/openProgrammeSession'
import { ProgrammeProvider } from './useProgramme'

const acquireSession = createSessionRegistry(openProgrammeSession)

/** Opens the fair's document and, once it is known what the programme looks like, the editor. */
export default function ProgrammeEditor({ data }: { data: ProgrammeEditorData }) {
  const { t } = useTranslation('timetable')
  const lang = useLang()
  const fresh = t('block.fresh')
  const session = useOpening(acquireSession, {
    ...data,
    factsAddress: `/${lang}/organise/${data.fairId}/programme/context`,
    // Dutch must be there; what is written in another language stands in for it.
    freshTitle: { nl: fresh, ...(lang === 'nl' ? {} : { [lang]: fresh }) },
  })
  const skeleton = <ProgrammeSkeleton fairName={data.name} fairId={data.fairId} />
  if (!session) return skeleton
  return (
    <LiveProvider value={session}>
      <ProgrammeProvider value={session}>
        <OpenedDocument skeleton={skeleton} offline={t('openingOffline')}>
          <ProgrammeShell fairName={data.name} />
        </OpenedDocument>
      </ProgrammeProvider>
    </LiveProvider>
  )
}
