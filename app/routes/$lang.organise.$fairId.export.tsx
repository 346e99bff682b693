import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerFile } from '~/services/file.server'
import { param, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

/** The draft as a JSON file. */
export function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args
  return answerFile(args, async () => {
    requireSignedIn(context, request, wordsOf(params).lang)
    const { fileName, plan } = await context.services.fairs.exportPlan(context.actor, {
      fairId: param(params, 'fairId'),
    })
    return { fileName, content: plan }
  })
}
