import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerFile } from '~/services/file.server'
import { wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

/** Everything kept about the person who asks, as a file. */
export function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args
  return answerFile(args, async () => {
    requireSignedIn(context, request, wordsOf(params).lang)
    return {
      fileName: 'beursvloer-my-data.json',
      content: await context.services.accounts.exportAccount(context.actor),
    }
  })
}
