import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'

export interface JsonAnswer {
  text: string
  /** First part of the ETag: what the answer was read from. */
  tag: string
  /** Seconds for which it may be used without asking again. */
  freshFor: number
}

/** Answers 304 where the reader has these very bytes. The tag is made of them, so that names changed since a release count too. */
export function sendJson(request: Request, response: Response, { text, tag, freshFor }: JsonAnswer): void {
  const etag = `"${tag}-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  response.set({
    ETag: etag,
    'Cache-Control': freshFor === 0 ? 'public, no-cache' : `public, max-age=${freshFor}, must-revalidate`,
  })
  if (matches(request.headers['if-none-match'], etag)) response.status(304).end()
  else response.type('application/json').send(text)
}

/** Proxies that compress mark a tag as weak (W/), which counts as the same here: RFC 9110, 13.1.2. */
const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
