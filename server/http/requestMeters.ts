import type { RequestHandler } from 'express'
import { Histogram } from 'prom-client'

export type RouteClass = 'asset' | 'api' | 'feed' | 'organise' | 'page' | 'other'

/** Few classes, so that no address of a fair or a person becomes a label. */
export function routeClassOf(path: string): RouteClass {
  if (path.startsWith('/assets/')) return 'asset'
  if (/^\/api(\/|$)/.test(path)) return 'api'
  if (path.startsWith('/fairs/')) return 'feed'
  if (/^\/(nl|fr|en)\/organise(\/|\.data$|$)/.test(path)) return 'organise'
  if (/^\/((nl|fr|en)(\/|\.data$|$)|$)/.test(path)) return 'page'
  return /^\/[^/]+\.[a-z0-9]+$/.test(path) ? 'asset' : 'other'
}

/** Requests by class of route and by status, with the time until the answer was handed over. */
export function createRequestMeters() {
  const seconds = new Histogram({
    name: 'beursvloer_http_request_seconds',
    help: 'Requests answered, by class of route and status',
    labelNames: ['route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [],
  })
  const count: RequestHandler = (request, response, next) => {
    const started = performance.now()
    const route = routeClassOf(request.path)
    response.once('close', () => {
      // The other side may have gone before there was an answer.
      const status = response.headersSent ? response.statusCode : 'none'
      seconds.observe({ route, status }, (performance.now() - started) / 1000)
    })
    next()
  }
  return { seconds, count }
}

export type RequestMeters = ReturnType<typeof createRequestMeters>
