import type { ErrorRequestHandler, Request } from 'express'
import type { Logger } from 'pino'
import { isDatabaseAway } from '#server/db/errors'
import { translatorFor } from '#shared/i18n/catalogues'
import { errorSentence, fieldSentence } from '#shared/i18n/sentence'
import { AppError, isAppError } from '#shared/kernel/errors'
import { isLanguage, type Language, preferredLanguage } from '#shared/kernel/language'
import { loggedPath } from './loggedPath'

/** Any error as one of the closed list. */
export function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error
  // Express and its parsers and file server say by a status what is wrong with the request.
  const status = error instanceof Error && 'status' in error ? error.status : null
  if (status === 400 && error instanceof SyntaxError)
    return new AppError('MALFORMED_JSON', { params: { problem: error.message } })
  if (status === 404) return new AppError('NOT_FOUND', { cause: error })
  if (status === 413) return new AppError('TOO_LARGE', { params: { max: '100 kB' } })
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('BAD_REQUEST', { cause: error })
  if (isDatabaseAway(error)) return new AppError('DATABASE_AWAY', { cause: error })
  return new AppError('INTERNAL', { cause: error })
}

export const languageOf = ({ query, headers }: Request): Language =>
  isLanguage(query.lang) ? query.lang : preferredLanguage(headers['accept-language'])

/** The sentence for people, in the language asked for. */
export const sentenceOf = (error: AppError, request: Request): string =>
  errorSentence(translatorFor(languageOf(request)), error)

/** Everything that Express itself answers with: JSON for programs, a bare page for browsers. No stack traces. */
export function errorResponse(log: Logger): ErrorRequestHandler {
  return (thrown, request, response, _next) => {
    const error = asAppError(thrown)
    if (error.status >= 500)
      log.error({ code: error.code, err: error.cause ?? error, path: loggedPath(request.path) }, 'request failed')
    if (response.headersSent) return void response.destroy()
    response.status(error.status)
    const message = sentenceOf(error, request)
    if (/^\/api(\/|$)/.test(request.path) || !request.accepts('html')) {
      const { alternatives } = error.params
      const fields = error.fields.map((field) => ({
        path: field.path,
        message: fieldSentence(translatorFor(languageOf(request)), field),
      }))
      return void response.json({
        error: {
          code: error.code,
          message,
          ...(fields.length > 0 ? { fields } : {}),
          ...(alternatives === undefined ? {} : { alternatives }),
        },
      })
    }
    response
      .type('html')
      .send(
        `<!doctype html><html lang="${languageOf(request)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Beursvloer</title><link rel="stylesheet" href="/plain.css"><main><h1>Beursvloer</h1><p>${escapeHtml(message)}</p></main></html>`,
      )
  }
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
