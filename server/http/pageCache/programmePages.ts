import type { Request, RequestHandler, Response } from 'express'
import type { Services } from '#server/services'
import { visitor } from '#shared/access/roles'
import { isAppError } from '#shared/kernel/errors'
import { isLanguage, type Language } from '#shared/kernel/language'
import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { readCookie, SESSION_COOKIE } from '../cookies'
import { freshAnswers } from './freshAnswers'
import { type Encoding, type KeptPage, keptPage, keptPages } from './keptPages'
import { renderOnce } from './renderOnce'

const PAGE = /^\/([a-z]{2})\/(?:fairs|embed)\/([A-Za-z0-9_-]{1,100})\/programme$/
/** What a link of ours may say. A search is rarely the same twice, and anything else is nobody's to leave in others' pages. */
const PARAMS = new Set(['day', 'view', 'stage', 'sector', 'kind', 'language', 'theme'])
const MAX_BYTES = 64 * 1024 * 1024

/**
 * The programme for visitors without an account, rendered once for all of them. Every request still asks the database whether
 * it is the same (see programmeVersion), so that nobody is ever shown an old one.
 */
export function programmePages(services: Services): RequestHandler {
  const pages = keptPages(MAX_BYTES)
  const rendering = new Map<string, Promise<KeptPage | null>>()
  const versionOf = freshAnswers((key) => {
    const [language, slug = ''] = key.split('/')
    return services.visit.programmeVersion(visitor(language as Language), { slug })
  })

  return (request, response, next) => {
    const slug = pageOf(request)
    if (slug === null) return next()
    answer(slug, request, response, next).catch(next)
  }

  async function answer(slug: string, request: Request, response: Response, next: () => void): Promise<void> {
    const language = request.path.slice(1, 3)
    // No such fair, or no database: the page itself has the words for it.
    const version = await versionOf(`${language}/${slug}`).catch((error: unknown) => {
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
      const page = await underWay
      return page ? await send(page, request, response) : next()
    }
    const work = renderOnce(response, next)
      .then((rendered) => rendered && keptPage(version, rendered.headers, rendered.body))
      .finally(() => rendering.delete(name))
    rendering.set(name, work)
    const page = await work
    if (!page) return
    pages.keep(key, page)
    await send(page, request, response)
  }
}

/** The fair's slug, when this is a page that is the same for everybody. */
function pageOf(request: Request): string | null {
  if (request.method !== 'GET') return null
  const [, language, slug] = PAGE.exec(request.path) ?? []
  if (!isLanguage(language) || slug === undefined) return null
  if (readCookie(request.headers.cookie, SESSION_COOKIE) !== null) return null
  const names = [...new URLSearchParams(request.originalUrl.split('?')[1]).keys()]
  return names.every((name) => PARAMS.has(name)) && new Set(names).size === names.length ? slug : null
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
