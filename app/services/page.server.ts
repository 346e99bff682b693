import type { Params } from '@remix-run/react'
import { translatorFor } from '#shared/i18n/catalogues'
import type { Translate } from '#shared/i18n/translator'
import { AppError } from '#shared/kernel/errors'
import { newId, platformRandomBytes } from '#shared/kernel/ids'
import { isLanguage, type Language } from '#shared/kernel/language'
import { isStorable } from '#shared/kernel/text'
import { orErrorPage } from './answer.server'

/** Language and words of a page. Errors: NOT_FOUND for any other first part of the address. */
export function wordsOf(params: Params): { lang: Language; t: Translate } {
  const { lang } = params
  if (!isLanguage(lang)) throw new AppError('NOT_FOUND', { detail: 'no such language' })
  return { lang, t: translatorFor(lang) }
}

/** A part of the address that the route's name guarantees. Errors: NOT_FOUND for what nothing could ever be stored under. */
export function param(params: Params, name: string): string {
  const value = params[name]
  if (value === undefined || !isStorable(value))
    throw new AppError('NOT_FOUND', { detail: `no ${name} in the address` })
  return value
}

export const pageTitle = (...parts: string[]): string => [...parts, 'Beursvloer'].join(' · ')

/** A key for the forms of one page: whatever is sent twice from it is one request. */
export const newFormKey = (): string => newId<string>(platformRandomBytes)

/** What a form sent. Errors: BAD_REQUEST, as the error page, for a body that no form sends. */
export const formOf = (request: Request): Promise<FormData> =>
  orErrorPage(async () => {
    try {
      return await request.formData()
    } catch (cause) {
      throw new AppError('BAD_REQUEST', { detail: 'no form', cause })
    }
  })

/** A text field of a form; files and absent fields are ''. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The form's key made one for this act: one page may do many things, each of them once. Undefined where the form had none. */
export function keyOf(form: FormData, ...act: string[]): string | undefined {
  const key = textOf(form, 'key')
  return key === '' ? undefined : [key, ...act].join('.')
}

export const signInPath = (lang: Language, returnTo: string): string =>
  `/${lang}/sign-in?${new URLSearchParams({ return_to: returnTo })}`
