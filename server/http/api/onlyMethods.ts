import type { RequestHandler } from 'express'
import { AppError } from '#shared/kernel/errors'

/** Last handler of a route: names the methods that it takes. */
export const onlyMethods =
  (allowed: string): RequestHandler =>
  (request, response, next) => {
    response.set('Allow', allowed)
    if (request.method === 'OPTIONS') response.status(204).end()
    else next(new AppError('METHOD_NOT_ALLOWED', { params: { method: request.method } }))
  }
