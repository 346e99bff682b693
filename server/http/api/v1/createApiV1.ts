import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { Container } from '#server/container'
import { visitor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { ENDPOINTS, type EndpointName } from '#shared/protocol/api/endpoints'
import { openApiDescription } from '#shared/protocol/api/openApi'
import { feedLanguage } from '../../feeds/feedLanguage'
import { onlyMethods } from '../onlyMethods'
import { allowEveryOrigin } from './allowEveryOrigin'
import { createAnswers } from './answers'
import { readLimit } from './readLimit'
import { sendJson } from './sendJson'

/** The description changes with the program only. */
const DESCRIPTION_FRESH = 300

/**
 * The public API, mounted at /api/v1: everyone is a visitor here, whatever cookie comes along, so that what one was told can be
 * told to all.
 */
export function createApiV1({ deps, services }: Container): Router {
  const api = express.Router({ caseSensitive: true, strict: false })
  const answers = createAnswers(services.api)
  const description = JSON.stringify(openApiDescription())

  api.use(allowEveryOrigin, readLimit({ burst: 600, perSecond: 60 }, deps.clock))
  api
    .route('/openapi.json')
    .get((request, response) =>
      sendJson(request, response, { text: description, tag: 'v1', freshFor: DESCRIPTION_FRESH }),
    )
    .all(onlyMethods('GET, HEAD'))
  for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
    api
      .route(ENDPOINTS[name].path.replaceAll(/\{(\w+)\}/g, ':$1'))
      .get(answer(name))
      .all(onlyMethods('GET, HEAD'))
  }
  api.use((_request, _response, next) => next(new AppError('NOT_FOUND', { detail: 'no such API path' })))
  return api

  function answer(name: EndpointName): RequestHandler {
    return (request, response, next) => void give(name, request, response).catch(next)
  }

  async function give(name: EndpointName, request: Request, response: Response): Promise<void> {
    const lang = feedLanguage(request)
    const found = await answers[name](visitor(lang), { lang, params: request.params, query: request.query })
    const { freshFor } = ENDPOINTS[name]
    response.vary('Accept-Language').set('Content-Language', lang)
    if ('item' in found) {
      sendJson(request, response, { text: JSON.stringify(found.item), tag: tagOf(found.release), freshFor })
      return
    }
    const { data, release, nextCursor } = found
    const next = nextCursor === null ? null : nextAddress(request, nextCursor)
    if (next !== null) response.set('Link', `<${next}>; rel="next"`)
    const text = JSON.stringify({ data, release, nextCursor, next })
    sendJson(request, response, { text, tag: tagOf(release), freshFor })
  }
}

const tagOf = (release: number | null): string => (release === null ? 'all' : `r${release}`)

function nextAddress({ originalUrl }: Request, cursor: string): string {
  const url = new URL(originalUrl, 'http://host')
  url.searchParams.set('cursor', cursor)
  return url.pathname + url.search
}
