import '~/styles/editor/index.css'
import '~/styles/timetable/index.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams, useRouteLoaderData } from '@remix-run/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { localise } from '#shared/kernel/language'
import { ErrorPage } from '~/components/ErrorPage'
import { ProgrammeSkeleton } from '~/features/programme/ProgrammeSkeleton'
import type { PageHandle } from '~/lib/page'
import type { loader as rootLoader } from '~/root'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, param, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

const ProgrammeEditor = lazy(() => import('~/features/programme/ProgrammeEditor.client'))
const LostChanges = lazy(() => import('~/features/editor/LostChanges.client'))

export const handle: PageHandle = { hydrate: true }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    requireSignedIn(context, request, lang)
    const { programmeEditorData } = context.services.programme
    const data = await programmeEditorData(context.actor, { fairId: param(params, 'fairId') })
    return { ...data, title: pageTitle(t('timetable:title'), localise(data.name, lang)) }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

/** The document lives in the window: nothing on this page asks the server's loader again. */
export const shouldRevalidate = () => false

/** True once this runs in a browser. */
function useMounted(): boolean {
  const [mounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return mounted
}

export default function ProgrammePage() {
  const data = useLoaderData<typeof loader>()
  const skeleton = <ProgrammeSkeleton fairName={data.name} fairId={data.fairId} />
  return useMounted() ? (
    <Suspense fallback={skeleton}>
      <ProgrammeEditor data={data} />
    </Suspense>
  ) : (
    skeleton
  )
}

/** Who may not come in any more can still take along what this device has and the server has not. */
export function ErrorBoundary() {
  const { fairId } = useParams()
  const accountId = useRouteLoaderData<typeof rootLoader>('root')?.person?.accountId
  const mounted = useMounted()
  return (
    <>
      <ErrorPage />
      {mounted && fairId && accountId && (
        <Suspense>
          <LostChanges accountId={accountId} fairId={fairId} />
        </Suspense>
      )}
    </>
  )
}
