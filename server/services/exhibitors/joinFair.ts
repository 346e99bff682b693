import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { loadStanding, requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import { type ProfileInput, profileSchema } from '#shared/exhibitors/profile'
import { AppError } from '#shared/kernel/errors'
import { type ExhibitorId, type FairId, newId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { insertExhibitor } from './exhibitorRows'

export interface Joined {
  exhibitorId: ExhibitorId
  /** False: the account already acted for this exhibitor, which stays as it is. */
  created: boolean
}

/** Somebody signs up for a fair that is open, as one exhibitor; doing it twice makes one. Errors: FAIR_CLOSED, INVALID. */
export const joinFair =
  (deps: Deps) =>
  async (actor: Actor, { fairId, profile: input }: { fairId: FairId; profile: ProfileInput }): Promise<Joined> => {
    const standing = await loadStanding(deps.sql, actor, { id: fairId })
    const [mine] = standing?.exhibitorIds ?? []
    if (mine !== undefined) return { exhibitorId: mine, created: false }
    if (
      standing &&
      !standing.openForExhibitors &&
      actor.accountId !== null &&
      can(actor, 'fair:view', { fair: standing })
    )
      throw new AppError('FAIR_CLOSED')
    await requireStanding(deps.sql, actor, { id: fairId }, 'exhibitor:join')
    const { accountId } = actor
    if (accountId === null) throw new AppError('NOT_SIGNED_IN')
    const profile = parseOrInvalid(profileSchema, input)
    const at = deps.clock.now()
    return await deps.sql.begin(async (tx) => {
      // A second form of the same person waits here, and then finds what the first one made.
      await tx`select from accounts where id = ${accountId} for update`
      const [existing] = await tx<{ id: ExhibitorId }[]>`
        select e.id from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id
        where ea.account_id = ${accountId} and e.fair_id = ${fairId} and e.archived_at is null order by e.id limit 1`
      if (existing) return { exhibitorId: existing.id, created: false }
      const exhibitorId = newId<ExhibitorId>(deps.randomBytes)
      await insertExhibitor(tx, fairId, { id: exhibitorId, profile, at })
      await tx`insert into exhibitor_accounts (exhibitor_id, account_id) values (${exhibitorId}, ${accountId})`
      await writeAudit(tx, { fairId, accountId, action: 'exhibitor.join', subject: exhibitorId, at })
      await notify(tx, 'access_changed', { accountId, fairId })
      return { exhibitorId, created: true }
    })
  }
