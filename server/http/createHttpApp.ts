import { createRequestHandler, type RequestHandler as RemixHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { ViteDevServer } from 'vite'
import type { Container } from '#server/container'
import type { LoadContext } from '#server/loadContext'
import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { createApi } from './api/createApi'
import { sessionCookie } from './cookies'
import { demoRoutes } from './demo/demoRoutes'
import { errorResponse } from './errorResponse'
import { createFeeds } from './feeds/createFeeds'
import { bodyLimit, originGuard, requestGuard } from './guards'
import { identify } from './identify'
import { loggedPath } from './loggedPath'
import { visitorPages } from './pageCache/visitorPages'
import { pageServices } from './pageServices'
import { writeLimit } from './rateLimit'
import type { RequestMeters } from './requestMeters'
import { isSecure } from './secure'
import { nonceOf, securityHeaders } from './securityHeaders'

export interface HttpAppOptions {
  container: Container
  publicUrl: string | null
  production: boolean
  /** There is a mail server to send by. */
  sendsMail: boolean
  /** Folder of the browser's files; absent in development, where Vite serves them. */
  clientFolder: string
  build: ServerBuild | (() => Promise<ServerBuild>)
  vite: ViteDevServer | null
  islands: Readonly<Record<string, string>>
  meters?: RequestMeters
}

/** Everything behind one port that is not a socket: static files, API, pages. */
export function createHttpApp({
  container,
  publicUrl,
  production,
  sendsMail,
  clientFolder,
  build,
  vite,
  islands,
  meters,
}: HttpAppOptions): Express {
  const { deps } = container
  const services = pageServices(container.services, deps.sql)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  if (meters) app.use(meters.count)
  app.use(securityHeaders({ production, https: publicUrl?.startsWith('https:') ?? false }))
  app.use(requestGuard, compression())
  if (vite) app.use(vite.middlewares)
  else app.use(staticFiles(clientFolder))
  app.use(originGuard(publicUrl), writeLimit({ burst: 300, perSecond: 20 }, deps.clock), bodyLimit)
  app.use('/api', createApi({ deps, services }))
  app.use(createFeeds({ deps, services }))
  if (deps.demo) app.use(demoRoutes({ deps, services }, publicUrl))
  if (production) app.use(visitorPages(services))
  app.all('*', remixPages())
  app.use(errorResponse(deps.log))
  return app

  function remixPages(): RequestHandler {
    const handler: RemixHandler = createRequestHandler({
      build,
      mode: production ? 'production' : 'development',
      getLoadContext: async (request, response): Promise<AppLoadContext> => {
        const { actor, token } = await identify(services, request)
        response.setHeader(ACCOUNT_HEADER, actor.accountId ?? '')
        const context: LoadContext = {
          services,
          actor,
          sessionToken: token,
          address: request.ip ?? '',
          cookieFor: (sessionToken) => sessionCookie(sessionToken, isSecure(request, publicUrl)),
          sendsMail,
          cspNonce: nonceOf(response),
          publicUrl: deps.publicUrl,
          demo: deps.demo,
          now: deps.clock.now(),
          reportError: (error) => deps.log.error({ err: error, path: loggedPath(request.path) }, 'page failed'),
          islands,
        }
        return { ...context }
      },
    })
    return (request, response, next) => void handler(request, response, next).catch(next)
  }
}

function staticFiles(folder: string): RequestHandler {
  const router = express.Router()
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(
    express.static(folder, {
      maxAge: '1h',
      index: false,
      setHeaders: (response, file) => {
        // The service worker must never be older than the app.
        if (file.endsWith('/sw.js')) response.setHeader('Cache-Control', 'no-cache')
      },
    }),
  )
  return router
}
