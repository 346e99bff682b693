import { isUniqueViolation } from '#server/db/errors'
import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { FairSettingsInput } from '#shared/fairs/fairInput'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'
import { slugTaken } from './slugTaken'

/** Everything about a fair that is not drawn. Errors: those of standing, SLUG_TAKEN with `suggestion`. */
export const updateFairSettings =
  (deps: Deps) =>
  async (actor: Actor, { fairId, settings }: { fairId: string; settings: FairSettingsInput }): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:settings')
    try {
      await deps.sql.begin(async (tx) => {
        await tx`update fairs set slug = ${settings.slug}, name = ${tx.json({ ...settings.name })},
          summary = ${settings.summary && tx.json({ ...settings.summary })}, starts_on = ${settings.startsOn},
          ends_on = ${settings.endsOn}, opening_hours = ${tx.json(settings.openingHours)},
          time_zone = ${settings.timeZone}, venue_name = ${settings.venueName},
          venue_address = ${settings.venueAddress},
          directions = ${settings.directions && tx.json({ ...settings.directions })},
          open_for_exhibitors = ${settings.openForExhibitors}, booth_limit = ${settings.boothLimit},
          hold_hours = ${settings.holdHours}, changeover_minutes = ${settings.changeoverMinutes},
          proposals_open = ${settings.proposalsOpen}, voting_open = ${settings.votingOpen} where id = ${fairId}`
        const at = deps.clock.now()
        await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'fair.settings', subject: fairId, at })
        // Opening hours, time zone and changeover decide about conflicts.
        await notify(tx, 'programme_context', { fairId })
      })
    } catch (error) {
      if (isUniqueViolation(error, 'fairs_slug_key')) throw await slugTaken(deps.sql, settings.slug)
      throw error
    }
  }
