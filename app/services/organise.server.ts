import type { LoaderFunctionArgs } from '@remix-run/node'
import type { OrganisedFair } from '#server/services/fairs/getFair'
import type { Translate } from '#shared/i18n/translator'
import { type Language, localise } from '#shared/kernel/language'
import { pageTitle, param, wordsOf } from './page.server'
import { requireSignedIn } from './signedIn.server'

export interface OrganiserPage {
  lang: Language
  t: Translate
  fair: OrganisedFair
  /** Title of a page of this fair. */
  titled: (section: string) => string
}

/** What every page of a fair's organisers starts with: who asks, in which language, which fair. */
export async function readOrganiserPage({ params, request, context }: LoaderFunctionArgs): Promise<OrganiserPage> {
  const { lang, t } = wordsOf(params)
  requireSignedIn(context, request, lang)
  const fair = await context.services.fairs.getFair(context.actor, { fairId: param(params, 'fairId') })
  return { lang, t, fair, titled: (section) => pageTitle(section, localise(fair.name, lang)) }
}
