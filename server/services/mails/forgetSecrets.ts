import type { Deps } from '#server/deps'

/** Takes links out of mails that can no longer be used: sign-in links when their minutes are over, sent or not. Returns how many. */
export const forgetSecrets = (deps: Deps) => async (): Promise<number> => {
  const { count } = await deps.sql`
    update outbox set params = '{}' where template = 'signInLink' and params <> '{}'
      and created_at + (params ->> 'minutes')::int * interval '1 minute' <= ${deps.clock.now()}`
  return count
}
