import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { raiseClaimVersion } from '#server/services/claims/changeClaim'
import type { Actor } from '#shared/access/roles'
import { type ProfileInput, profileSchema } from '#shared/exhibitors/profile'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { updateExhibitor } from './exhibitorRows'

export interface EditExhibitorInput {
  fairId: FairId
  exhibitorId: ExhibitorId
  profile: ProfileInput
}

/** The whole profile, as its form has it: by those who act for the exhibitor, and by organisers. */
export const editExhibitor =
  (deps: Deps) =>
  async (actor: Actor, { fairId, exhibitorId, profile: input }: EditExhibitorInput): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'exhibitor:edit', exhibitorId)
    const profile = parseOrInvalid(profileSchema, input)
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      await updateExhibitor(tx, fairId, exhibitorId, profile)
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'exhibitor.edit', subject: exhibitorId, at })
      // How many people staff its booth decides about conflicts of its speakers.
      await notify(tx, 'programme_context', { fairId })
      // Its name stands beside its booths on everybody's screen. Booths by id: the order of locks.
      const booths = await tx<{ id: BoothId }[]>`
        select booth_id as id from claims
        where fair_id = ${fairId} and exhibitor_id = ${exhibitorId} and state in ('held', 'claimed', 'confirmed') order by 1`
      for (const { id } of booths) await raiseClaimVersion(tx, fairId, id)
    })
  }
