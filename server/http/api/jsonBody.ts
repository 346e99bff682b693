import express, { type RequestHandler } from 'express'
import { AppError } from '#shared/kernel/errors'

const read = express.json({ limit: '100kb', type: 'application/json' })

/** Reads a JSON body. None at all is fine; any other type of content is not: forms of other websites cannot send JSON. */
export const jsonBody: RequestHandler = (request, response, next) => {
  const empty =
    request.headers['transfer-encoding'] === undefined && Number(request.headers['content-length'] ?? 0) === 0
  const type = request.headers['content-type']
  if (empty && type === undefined) return next()
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) return next(new AppError('NOT_JSON', { detail: type ?? 'none' }))
  read(request, response, next)
  // The guard that counts chunked bodies leaves them paused until somebody reads.
  request.resume()
}
