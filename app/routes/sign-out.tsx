import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isLanguage, type Language } from '#shared/kernel/language'

/** Ends the session, here and in every window of this browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, sessionToken, actor, cookieFor } = context
  if (sessionToken !== null) await services.accounts.closeSession(sessionToken)
  const lang = languageBefore(request) ?? actor.language
  return redirect(`/${lang}`, { status: 303, headers: { 'Set-Cookie': cookieFor(null) } })
}

export const loader = ({ context }: LoaderFunctionArgs) => redirect(`/${context.actor.language}`)

/** The language of the page from which somebody signs out. */
function languageBefore(request: Request): Language | null {
  const referer = request.headers.get('referer') ?? ''
  const first = URL.canParse(referer) ? new URL(referer).pathname.split('/')[1] : null
  return isLanguage(first) ? first : null
}
