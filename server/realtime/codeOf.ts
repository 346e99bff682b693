import { isDatabaseAway } from '#server/db/errors'
import { type ErrorCode, isAppError } from '#shared/kernel/errors'

/** Any error as one of the closed list: sockets answer with the code, the page has the words. */
export function codeOf(error: unknown): ErrorCode {
  if (isAppError(error)) return error.code
  return isDatabaseAway(error) ? 'DATABASE_AWAY' : 'INTERNAL'
}
