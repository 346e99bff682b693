import { type AppLoadContext, data, type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { PublishedFair, VisitedFair } from '#server/services/visit/visitFair'
import { translatorFor } from '#shared/i18n/catalogues'
import type { Translate } from '#shared/i18n/translator'
import { isLanguage, type Language } from '#shared/kernel/language'
import { createFormat, type Format } from '~/lib/format'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage } from './answer.server'
import { param } from './page.server'

/** What every visitors' page needs to know before its own work. */
export interface Reading {
  lang: Language
  t: Translate
  format: Format
}

/** The language of the address; anything else is no page of ours. */
export function readingOf(params: LoaderFunctionArgs['params']): Reading {
  const { lang } = params
  if (!isLanguage(lang)) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  return { lang, t: translatorFor(lang), format: createFormat(lang) }
}

export interface PublishedVisit extends Reading {
  fair: VisitedFair
  published: PublishedFair
}

/** A fair with its release. Those who may look in before there is one are led to the fair's page, which says so. */
export async function readPublished(args: LoaderFunctionArgs): Promise<PublishedVisit> {
  const reading = readingOf(args.params)
  const { fair, published } = await orErrorPage(() =>
    args.context.services.visit.visitFair(args.context.actor, slugOf(args)),
  )
  if (!published) throw redirect(visitPaths(reading.lang, fair.slug).fair)
  return { ...reading, fair, published }
}

export const slugOf = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({ slug: param(params, 'slug') })

/** The loader's answer: visitors' copies may be kept but are asked after each time; those of a person signed in are its own. */
export function answerPage<T>(context: AppLoadContext, value: T) {
  const cache = context.actor.accountId === null ? 'public, max-age=0, must-revalidate' : 'private, no-cache'
  return data(value, { headers: { 'Cache-Control': cache, Vary: 'Cookie, Accept-Encoding' } })
}

export const pageHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders
