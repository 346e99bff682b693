import type { Request } from 'express'

/**
 * Whether the reader has this version already (RFC 9110, 13). Express's own answer is no as soon as the request says
 * `Cache-Control: no-cache`, which fetch() adds to every question of this kind.
 */
export function readerHas({ headers }: Pick<Request, 'headers'>, etag: string, modifiedAt: Date): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || strong(tag) === strong(etag))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  // The header counts in whole seconds.
  return Math.floor(modifiedAt.getTime() / 1000) * 1000 <= since
}

const strong = (tag: string): string => tag.trim().replace(/^W\//, '')
