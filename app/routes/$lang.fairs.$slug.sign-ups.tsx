import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { starPaths } from '~/features/stars/starPaths'
import { orErrorPage } from '~/services/answer.server'
import { formOf, param, signInPath, textOf, wordsOf } from '~/services/page.server'
import { actOnSignup } from '~/services/signups.server'
import { fairOfStars } from '~/services/stars.server'

/** Takes a seat or gives it back, then leads to the talk, which says what came of it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  return await orErrorPage(async () => {
    const { lang } = wordsOf(params)
    const slug = param(params, 'slug')
    const talk = starPaths(lang, slug).talk(encodeURIComponent(textOf(form, 'talkId')))
    if (context.actor.accountId === null) return redirect(signInPath(lang, `${talk}#sign-up`), 303)
    const said = await actOnSignup(context, await fairOfStars(context, slug), form)
    return redirect(`${talk}?${new URLSearchParams({ seat: said })}#sign-up`, 303)
  })
}

/** Nothing to look at: one's seats stand in one's programme. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  orErrorPage(async () => redirect(starPaths(wordsOf(params).lang, param(params, 'slug')).mine))
