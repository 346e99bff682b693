import { type AppLoadContext, redirect } from '@remix-run/node'
import type { Language } from '#shared/kernel/language'
import { signInPath } from './page.server'

/** Leads visitors to the sign-in page, and from there back to where they wanted to go. */
export function requireSignedIn({ actor }: AppLoadContext, request: Request, lang: Language): void {
  if (actor.accountId !== null) return
  const { pathname, search } = new URL(request.url)
  throw redirect(signInPath(lang, `${pathname.replace(/\.data$/, '')}${search}`))
}
