import '~/styles/editor/index.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy } from 'react'
import { localise } from '#shared/kernel/language'
import { EditorErrorPage, EditorPage } from '~/features/editor/EditorPage'
import { EditorSkeleton } from '~/features/plan/EditorSkeleton'
import type { PageHandle } from '~/lib/page'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, param, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

const PlanEditor = lazy(() => import('~/features/plan/PlanEditor.client'))

export const handle: PageHandle = { hydrate: true }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    requireSignedIn(context, request, lang)
    const data = await context.services.documents.editorData(context.actor, { fairId: param(params, 'fairId') })
    return { ...data, title: pageTitle(t('editor:title'), localise(data.name, lang)) }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

/** The document lives in the window: nothing on this page asks the server's loader again. */
export const shouldRevalidate = () => false

export default function PlanPage() {
  const data = useLoaderData<typeof loader>()
  const skeleton = <EditorSkeleton fairName={data.name} fairId={data.fairId} />
  return (
    <EditorPage skeleton={skeleton}>
      <PlanEditor data={data} />
    </EditorPage>
  )
}

export const ErrorBoundary = EditorErrorPage
