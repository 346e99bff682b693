import '~/styles/editor/index.css'
import '~/styles/timetable/index.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy } from 'react'
import { localise } from '#shared/kernel/language'
import { EditorErrorPage, EditorPage } from '~/features/editor/EditorPage'
import { ProgrammeSkeleton } from '~/features/programme/ProgrammeSkeleton'
import type { PageHandle } from '~/lib/page'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, param, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

const ProgrammeEditor = lazy(() => import('~/features/programme/ProgrammeEditor.client'))

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

export default function ProgrammePage() {
  const data = useLoaderData<typeof loader>()
  const skeleton = <ProgrammeSkeleton fairName={data.name} fairId={data.fairId} />
  return (
    <EditorPage skeleton={skeleton}>
      <ProgrammeEditor data={data} />
    </EditorPage>
  )
}

export const ErrorBoundary = EditorErrorPage
