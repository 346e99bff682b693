import { isDatabaseAway } from '#server/db/errors'
import type { Services } from '#server/services'
import { AppError } from '#shared/kernel/errors'

type UseCase = (...input: unknown[]) => Promise<unknown>

/**
 * The use-cases as pages call them: a lost database is an error of the closed list there, with its sentence and its status.
 * Sockets know it by itself, and try again.
 */
export const pageServices = (services: Services): Services =>
  mapped(services, (subject: Record<string, UseCase>) => mapped(subject, honest)) as unknown as Services

const honest =
  (ask: UseCase): UseCase =>
  async (...input) => {
    try {
      return await ask(...input)
    } catch (error) {
      throw isDatabaseAway(error) ? new AppError('DATABASE_AWAY', { cause: error }) : error
    }
  }

const mapped = <T, U>(record: object, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as T)]))
