import type { Request } from 'express'
import { isLanguage, type Language, preferredLanguage } from '#shared/kernel/language'

/** Language of a file or an answer without a page around it: `?lang=`, else as the browser is set, else Dutch. */
export function askedLanguage({ query, headers }: Pick<Request, 'query' | 'headers'>): Language {
  if (isLanguage(query.lang)) return query.lang
  // A last wish, weaker than any that the reader has.
  return preferredLanguage(`${headers['accept-language'] ?? ''},nl;q=0.0001`)
}
