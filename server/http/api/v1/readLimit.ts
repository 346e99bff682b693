import type { RequestHandler } from 'express'
import type { Clock } from '#shared/kernel/clock'
import { AppError } from '#shared/kernel/errors'
import { createRateLimiter, type RateLimit } from '../../rateLimit'

/** Reading by address: enough for a mirror of every fair, too little to keep the pages' readers waiting. */
export function readLimit(limit: RateLimit, clock: Clock): RequestHandler {
  const take = createRateLimiter(limit, clock)
  return (request, response, next) => {
    const wait = take(request.ip ?? '')
    if (wait === 0) return next()
    response.setHeader('Retry-After', String(wait))
    next(new AppError('TOO_MANY_REQUESTS', { params: { seconds: wait } }))
  }
}
