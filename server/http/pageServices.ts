import type { Sql } from '#server/db/client'
import { isDatabaseAway } from '#server/db/errors'
import type { Services } from '#server/services'
import { AppError } from '#shared/kernel/errors'
import { databaseAnswers } from './health'
import { createPatience } from './unlessAway'

type UseCase = (...input: unknown[]) => Promise<unknown>

/**
 * The use-cases as pages and programs call them: a database that is lost or stands still is an error of the closed list there,
 * with its sentence and its status. Sockets know it by itself, and try again.
 */
export function pageServices(services: Services, sql: Sql): Services {
  const unlessAway = createPatience(() => databaseAnswers(sql))
  const honest = (ask: UseCase) => honestly((...input) => unlessAway(ask(...input)))
  return mapped(services, (subject: Record<string, UseCase>) => mapped(subject, honest)) as unknown as Services
}

const honestly =
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
