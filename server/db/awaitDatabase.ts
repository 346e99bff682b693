import type { Sql } from './client'
import { isDatabaseAway } from './errors'

const PATIENCE_MS = 120_000
const RETRY_MS = 250

/**
 * Comes back once the database answers: after a crash it takes a while to recover, and says so until then. What no waiting mends
 * (a wrong password, a database that does not exist) is thrown at once.
 */
export async function awaitDatabase(sql: Sql, onWait: () => void = () => {}, patienceMs = PATIENCE_MS): Promise<void> {
  const until = performance.now() + patienceMs
  for (let tries = 0; ; tries++) {
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > until) throw error
      if (tries === 0) onWait()
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
