import type { LoaderFunctionArgs } from '@remix-run/node'
import { orErrorPage } from '~/services/answer.server'
import { wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

/** Everything kept about the person who asks, as a file. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const all = await orErrorPage(async () => {
    requireSignedIn(context, request, wordsOf(params).lang)
    return await context.services.accounts.exportAccount(context.actor)
  })
  return new Response(`${JSON.stringify(all, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="beursvloer-my-data.json"',
      'Cache-Control': 'no-store',
    },
  })
}
