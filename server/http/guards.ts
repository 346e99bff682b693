import type { Request, RequestHandler } from 'express'
import { AppError } from '#shared/kernel/errors'
import { isOurOrigin } from './origin'

/** Pages read a request as the web's own `Request`: one of which none can be made is refused. */
export const requestGuard: RequestHandler = (request, _response, next) => {
  const { method, originalUrl } = request
  const hosts = [request.headers.host, request.get('x-forwarded-host')?.split(',', 1)[0]]
  if (method === 'TRACE') next(new AppError('METHOD_NOT_ALLOWED', { params: { method } }))
  else if (originalUrl.startsWith('/') && hosts.every((host) => !host || URL.canParse(`http://${host}${originalUrl}`)))
    next()
  else next(new AppError('BAD_REQUEST', { detail: 'no address' }))
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Unsafe requests from another website are refused, whatever route they aim at. */
export const originGuard =
  (publicUrl: string | null): RequestHandler =>
  (request, _response, next) => {
    if (SAFE_METHODS.has(request.method) || isOurOrigin(request, publicUrl)) next()
    else next(new AppError('WRONG_ORIGIN', { detail: `origin ${request.headers.origin}` }))
  }

const MEGABYTE = 1_000_000
const PLAN_IMPORT = /^\/(nl|fr|en)\/organise\/(new|[A-Za-z0-9_-]+\/import)(\.data)?$/
const PROGRAMME_IMPORT = /^\/(nl|fr|en)\/organise\/[A-Za-z0-9_-]+\/programme\/import(\.data)?$/
const limitOf = ({ path }: Request) => {
  if (PROGRAMME_IMPORT.test(path)) return 20 * MEGABYTE
  return PLAN_IMPORT.test(path) ? 12 * MEGABYTE : MEGABYTE
}

/** Bodies are cut off at 1 MB (12 MB where plans are imported, 20 MB where programmes are), announced or not. */
export const bodyLimit: RequestHandler = (request, _response, next) => {
  const limit = limitOf(request)
  const refusal = () => new AppError('TOO_LARGE', { params: { max: `${limit / MEGABYTE} MB` } })
  if (Number(request.headers['content-length'] ?? 0) > limit) return next(refusal())
  if (request.headers['transfer-encoding'] !== undefined) {
    let received = 0
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > limit) request.destroy(refusal())
    })
    request.pause()
  }
  next()
}
