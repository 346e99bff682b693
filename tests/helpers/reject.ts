import { expect } from 'vitest'
import { type AppError, type ErrorCode, isAppError } from '#shared/kernel/errors'

/** The promise fails with this code; hands the error back for a closer look. */
export async function rejectedWith(promise: Promise<unknown>, code: ErrorCode): Promise<AppError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in outcome)) throw new Error(`expected ${code}, but it worked: ${JSON.stringify(outcome.value)}`)
  if (!isAppError(outcome.error)) throw outcome.error
  expect(outcome.error.code).toBe(code)
  return outcome.error
}
