import type { Deps } from '#server/deps'

/** Far longer than anybody tries again. */
const KEEP_DAYS = 30

/** Lets go of old idempotency keys. Returns how many. */
export const forgetOldKeys = (deps: Deps) => async (): Promise<number> => {
  const before = new Date(deps.clock.now().getTime() - KEEP_DAYS * 86_400_000)
  const { count } = await deps.sql`delete from idempotency_keys where created_at < ${before}`
  return count
}
