import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

export const nonceOf = (response: Response): string => String(response.locals.cspNonce)

/** Pages that other sites may frame. They show nothing of whoever is signed in and change nothing. */
const FRAMED = /^\/(nl|fr|en)\/embed\/[^/]+\/(programme|plan)$/
/** The script that puts such a frame in its place. */
const FRAMING_SCRIPT = '/embed.js'

/** Strict headers with a nonce for each page. In development Vite puts its styles inline. */
export function securityHeaders({ production, https }: { production: boolean; https: boolean }): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(16).toString('base64')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
          styleSrc: production ? ["'self'"] : ["'self'", "'unsafe-inline'"],
          // React writes style attributes on the server; they cannot load or run anything.
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: production ? ["'self'"] : ["'self'", 'ws:'],
          workerSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: [(request) => (FRAMED.test(pathOf(request)) ? '*' : "'none'")],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: https,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
    (request, response, next) => {
      const framed = FRAMED.test(request.path)
      if (framed) response.removeHeader('X-Frame-Options')
      if (framed || request.path === FRAMING_SCRIPT) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
      next()
    },
  ]
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? ''
