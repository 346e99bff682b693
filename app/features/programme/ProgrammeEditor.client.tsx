import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeEditorData } from '#server/services/programme/programmeEditorData'
import { OpeningNote } from '~/features/editor/panels/OpeningNote'
import { createSessionRegistry } from '~/features/editor/session/sessionRegistry'
import { LiveProvider, useLive, useValue } from '~/features/editor/useLive'
import { useSafeWindow } from '~/features/editor/useSafeWindow'
import { useLang } from '~/lib/useLang'
import { ProgrammeShell } from './ProgrammeShell'
import { ProgrammeSkeleton } from './ProgrammeSkeleton'
import { openProgrammeSession } from './session/openProgrammeSession'
import type { ProgrammeSession } from './session/programmeSession'
import { ProgrammeProvider } from './useProgramme'

const acquireSession = createSessionRegistry(openProgrammeSession)

/** Opens the fair's document and, once it is known what the programme looks like, the editor. */
export default function ProgrammeEditor({ data }: { data: ProgrammeEditorData }) {
  const { t } = useTranslation('timetable')
  const lang = useLang()
  const [session, setSession] = useState<ProgrammeSession | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const { accountId, fairId } = data
  // biome-ignore lint/correctness/useExhaustiveDependencies: later facts are asked for, the session stays
  useEffect(() => {
    const fresh = t('block.fresh')
    const { opening, release } = acquireSession({
      ...data,
      factsAddress: `/${lang}/organise/${fairId}/programme/context`,
      // Dutch must be there; what is written in another language stands in for it.
      freshTitle: { nl: fresh, ...(lang === 'nl' ? {} : { [lang]: fresh }) },
    })
    let gone = false
    opening.then((opened) => !gone && setSession(opened)).catch((error: unknown) => !gone && setFailure(error))
    return () => {
      gone = true
      release()
    }
  }, [accountId, fairId])

  // What went wrong belongs to the page's error boundary.
  if (failure) throw failure
  if (!session) return <ProgrammeSkeleton fairName={data.name} fairId={fairId} />
  return (
    <LiveProvider value={session}>
      <ProgrammeProvider value={session}>
        <OpenProgramme data={data} />
      </ProgrammeProvider>
    </LiveProvider>
  )
}

function OpenProgramme({ data }: { data: ProgrammeEditorData }) {
  const { t } = useTranslation('timetable')
  const loaded = useValue(useLive().loaded)
  useSafeWindow()
  if (loaded) return <ProgrammeShell fairName={data.name} />
  return (
    <>
      <ProgrammeSkeleton fairName={data.name} fairId={data.fairId} />
      <OpeningNote offline={t('openingOffline')} />
    </>
  )
}
