import type { LoaderFunctionArgs } from '@remix-run/node'
import { orErrorPage } from '~/services/answer.server'
import { param, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

/** The draft as a JSON file. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { fileName, plan } = await orErrorPage(async () => {
    requireSignedIn(context, request, wordsOf(params).lang)
    return await context.services.fairs.exportPlan(context.actor, { fairId: param(params, 'fairId') })
  })
  return new Response(`${JSON.stringify(plan, null, 1)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
