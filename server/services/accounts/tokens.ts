import { createHmac } from 'node:crypto'
import type { Deps } from '#server/deps'

/** 256 random bits, safe in an address. */
export const newToken = (deps: Pick<Deps, 'randomBytes'>): string =>
  Buffer.from(deps.randomBytes(32)).toString('base64url')

/** What is stored of a token. */
export const tokenHash = (deps: Pick<Deps, 'sessionSecret'>, token: string): Buffer =>
  createHmac('sha256', deps.sessionSecret).update(token).digest()
