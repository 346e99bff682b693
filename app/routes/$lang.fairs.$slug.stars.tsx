import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { safeReturnPath } from '#shared/access/returnPath'
import { starPaths } from '~/features/stars/starPaths'
import { orErrorPage } from '~/services/answer.server'
import { answerJson, jsonOf } from '~/services/json.server'
import { formOf, param, textOf, wordsOf } from '~/services/page.server'
import { actOnStars, fairOfStars } from '~/services/stars.server'

/** The account's stars, for the script of a page that has been open for a while. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return answerJson(params, async () => {
    const fairId = await fairOfStars(context, param(params, 'slug'))
    return { talkIds: await context.services.stars.readStars(context.actor, { fairId }) }
  })
}

/** Without scripts a form with one star in it, from scripts JSON. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = param(params, 'slug')
  if (request.headers.get('content-type')?.startsWith('application/json'))
    return await answerJson(params, async () => await actOnStars(context, slug, await jsonOf(request)))
  const form = await formOf(request)
  return await orErrorPage(async () => {
    const { lang } = wordsOf(params)
    const fairId = await fairOfStars(context, slug)
    const [starred, talkId] = form.has('unstar') ? [false, textOf(form, 'unstar')] : [true, textOf(form, 'star')]
    await context.services.stars.changeStars(context.actor, { fairId, ops: [{ talkId, starred }] })
    return redirect(safeReturnPath(textOf(form, 'return_to')) ?? starPaths(lang, slug).mine, 303)
  })
}
