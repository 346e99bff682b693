import type { Params } from '@remix-run/react'
import { translatorFor } from '#shared/i18n/catalogues'
import { errorSentence } from '#shared/i18n/sentence'
import { AppError, isAppError } from '#shared/kernel/errors'
import { DEFAULT_LANGUAGE, isLanguage } from '#shared/kernel/language'

/** For the small scripts of pages: JSON, and what went wrong as a code with its sentence. */
export async function answerJson<T>(params: Params, work: () => Promise<T>): Promise<Response> {
  const headers = { 'Cache-Control': 'private, no-cache' }
  try {
    return Response.json(await work(), { headers })
  } catch (error) {
    if (!isAppError(error)) throw error
    const language = isLanguage(params.lang) ? params.lang : DEFAULT_LANGUAGE
    const message = errorSentence(translatorFor(language), error)
    return Response.json({ error: { code: error.code, message } }, { status: error.status, headers })
  }
}

/** A JSON body. Errors: MALFORMED_JSON. */
export async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch (cause) {
    throw new AppError('MALFORMED_JSON', { params: { problem: String(cause) }, cause })
  }
}
