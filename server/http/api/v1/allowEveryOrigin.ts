import type { RequestHandler } from 'express'

/** Scripts of any website may read, without the reader's cookies. */
export const allowEveryOrigin: RequestHandler = (_request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match, Accept-Language',
    'Access-Control-Expose-Headers': 'ETag, Link, Retry-After',
    'Access-Control-Max-Age': '86400',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
  next()
}
