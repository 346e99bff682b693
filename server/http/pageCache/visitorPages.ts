import type { Request, RequestHandler, Response } from 'express'
import type { Services } from '#server/services'
import { visitor } from '#shared/access/roles'
import { isAppError } from '#shared/kernel/errors'
import { isLanguage, type Language } from '#shared/kernel/language'
import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { readCookie, SESSION_COOKIE } from '../cookies'
import { nonceOf } from '../securityHeaders'
import { freshAnswers } from './freshAnswers'
import { type Encoding, type KeptPage, keptPage, keptPages } from './keptPages'
import { renderOnce } from './renderOnce'

const PAGE = /^\/([a-z]{2})\/(?:fairs|embed)\/([A-Za-z0-9_-]{1,100})(\/programme|\/plan|)$/
/** What a link of ours may say. A search is rarely the same twice, and anything else is nobody's to leave in others' pages. */
const PARAMS: Readonly<Record<string, ReadonlySet<string>>> = {
  '/programme': new Set(['day', 'view', 'stage', 'sector', 'kind', 'language', 'theme']),
  '/plan': new Set(['hall', 'booth', 'stage', 'sector', 'status', 'view', 'theme']),
  '': new Set(),
}
const MAX_BYTES = 64 * 1024 * 1024

/**
 * A fair's page, plan and programme for visitors without an account, rendered once for all of them. Every request still asks the
 * database whether it is the same (see pageVersion), so that nobody is ever shown an old one.
 */
export function visitorPages(services: Services): RequestHandler {
  const pages = keptPages(MAX_BYTES)
  const rendering = new Map<string, Promise<KeptPage | null>>()
  const versionOf = freshAnswers((key) => {
    const [language, slug = '', section] = key.split('/')
    return services.visit.pageVersion(visitor(language as Language), { slug, booths: section !== 'programme' })
  })

  return (request, response, next) => {
    const page = pageOf(request)
    if (page === null) return next()
    answer(page, request, response, next).catch(next)
  }

  async function answer(page: string, request: Request, response: Response, next: () => void): Promise<void> {
    // No such fair, or no database: the page itself has the words for it.
    const version = await versionOf(page).catch((error: unknown) => {
      if (isAppError(error)) return null
      throw error
    })
    if (version === null) return next()
    const key = request.originalUrl
    const kept = pages.find(key, version)
    if (kept) return await send(kept, request, response)

    const name = `${version} ${key}`
    const underWay = rendering.get(name)
    if (underWay) {
      const rendered = await underWay
      return rendered ? await send(rendered, request, response) : next()
    }
    const work = renderOnce(response, next)
      .then(
        (rendered) => rendered && keptPage(version, rendered.headers, withoutNonce(rendered.body, nonceOf(response))),
      )
      .finally(() => rendering.delete(name))
    rendering.set(name, work)
    const made = await work
    if (!made) return
    pages.keep(key, made)
    await send(made, request, response)
  }
}

/** A nonce is for one answer alone, and would give the same page another tag in each process. Our scripts' addresses do without. */
const withoutNonce = (body: Buffer, nonce: string): Buffer =>
  Buffer.from(body.toString().replaceAll(` nonce="${nonce}"`, ''))

/** Language, slug and section, when this is a page that is the same for everybody. */
function pageOf(request: Request): string | null {
  if (request.method !== 'GET') return null
  const [, language, slug, section = ''] = PAGE.exec(request.path) ?? []
  const params = PARAMS[section]
  if (!isLanguage(language) || slug === undefined || params === undefined) return null
  if (readCookie(request.headers.cookie, SESSION_COOKIE) !== null) return null
  const names = [...new URLSearchParams(request.originalUrl.split('?')[1]).keys()]
  const isOurs = names.every((name) => params.has(name)) && new Set(names).size === names.length
  return isOurs ? `${language}/${slug}${section}` : null
}

async function send(page: KeptPage, request: Request, response: Response): Promise<void> {
  response.status(200)
  response.setHeader(ACCOUNT_HEADER, '')
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
  response.setHeader('ETag', page.etag)
  if (request.headers['if-none-match'] === page.etag) {
    response.status(304).end()
    return
  }
  const encoding: Encoding = (request.acceptsEncodings(['br', 'gzip', 'identity']) || 'identity') as Encoding
  const body = await page.encoded(encoding)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.length)
  response.end(body)
}
