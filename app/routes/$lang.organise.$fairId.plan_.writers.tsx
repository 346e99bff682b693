import type { LoaderFunctionArgs } from '@remix-run/node'
import { orErrorPage } from '~/services/answer.server'
import { param } from '~/services/page.server'

/** Who is behind windows that changed the document: `?client=` once each. For an editor that came back online. */
export const loader = ({ params, request, context }: LoaderFunctionArgs) =>
  orErrorPage(async () => {
    const clients = new URL(request.url).searchParams.getAll('client')
    const fairId = param(params, 'fairId')
    const writers = await context.services.documents.writersOf(context.actor, { fairId, clients })
    return Response.json(writers, { headers: { 'Cache-Control': 'no-store' } })
  })
