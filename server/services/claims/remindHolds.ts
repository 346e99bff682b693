import type { Deps } from '#server/deps'
import { mailExhibitor } from '#server/services/mails/mailExhibitor'

/**
 * Mails each exhibitor once that its hold is about to end: six hours before, or with the last quarter of a short hold.
 * Returns how many holds that were.
 */
export const remindHolds = (deps: Deps) => async (): Promise<number> =>
  await deps.sql.begin(async (tx) => {
    const now = deps.clock.now()
    const holds = await tx<{ fairId: string; exhibitorId: string; booth: string; until: Date }[]>`
      update claims c set reminded_at = ${now}
      from booths b, (select id from claims where state = 'held' and reminded_at is null and expires_at > ${now}
          and ${now} >= expires_at - least(interval '6 hours', (expires_at - created_at) / 4)
        order by id limit 100 for update skip locked) due
      where c.id = due.id and b.fair_id = c.fair_id and b.id = c.booth_id
      returning c.fair_id as "fairId", c.exhibitor_id as "exhibitorId", b.number as booth, c.expires_at as until`
    for (const { fairId, exhibitorId, booth, until } of holds) {
      await mailExhibitor(tx, {
        fairId,
        exhibitorId,
        template: 'holdExpiring',
        params: { booth, until: until.toISOString() },
        at: now,
      })
    }
    return holds.length
  })
