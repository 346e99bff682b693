import type { RequestHandler } from 'express'
import type { Clock } from '#shared/kernel/clock'
import { AppError } from '#shared/kernel/errors'

interface Bucket {
  tokens: number
  at: number
}

export interface RateLimit {
  /** Requests allowed at once. */
  burst: number
  /** Requests a second that come back. */
  perSecond: number
}

const MAX_BUCKETS = 50_000

/** Token bucket per key, in this process. */
export function createRateLimiter({ burst, perSecond }: RateLimit, clock: Clock) {
  const buckets = new Map<string, Bucket>()
  /** 0 when allowed, else the seconds to wait. */
  return (key: string): number => {
    const now = clock.now().getTime()
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    if (buckets.size >= MAX_BUCKETS) buckets.clear()
    buckets.set(key, bucket)
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
    bucket.tokens -= 1
    return 0
  }
}

/** Unsafe requests by address: enough for a whole office behind one, too few for guessing. */
export function writeLimit(limit: RateLimit, clock: Clock): RequestHandler {
  const take = createRateLimiter(limit, clock)
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const wait = take(request.ip ?? '')
    if (wait === 0) return next()
    response.setHeader('Retry-After', String(wait))
    next(new AppError('TOO_MANY_REQUESTS', { params: { seconds: wait } }))
  }
}
