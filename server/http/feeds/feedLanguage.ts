import type { Request } from 'express'
import { isLanguage, type Language, preferredLanguage } from '#shared/kernel/language'

/** The address says it (`?lang=fr`), else the reader's wishes, else Dutch. */
export function feedLanguage({ query, headers }: Pick<Request, 'query' | 'headers'>): Language {
  if (isLanguage(query.lang)) return query.lang
  // A last wish, weaker than any that the reader has.
  return preferredLanguage(`${headers['accept-language'] ?? ''},nl;q=0.0001`)
}
