import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { type ProfileInput, profileSchema } from '#shared/exhibitors/profile'
import { type ExhibitorId, type FairId, newId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { insertExhibitor } from './exhibitorRows'

/** An organiser enters an exhibitor; an invitation lets people act for it later. */
export const createExhibitor =
  (deps: Deps) =>
  async (actor: Actor, { fairId, profile: input }: { fairId: FairId; profile: ProfileInput }): Promise<ExhibitorId> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'exhibitors:manage')
    const profile = parseOrInvalid(profileSchema, input)
    const id = newId<ExhibitorId>(deps.randomBytes)
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      await insertExhibitor(tx, fairId, { id, profile, at })
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'exhibitor.create', subject: id, at })
    })
    return id
  }
