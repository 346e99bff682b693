import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, ExhibitorId, FairId } from '#shared/kernel/ids'
import { type ExhibitorRow, readExhibitors } from './exhibitorRows'

export interface ExhibitorQuery {
  fairId: FairId
  exhibitorId: ExhibitorId
}

export interface ExhibitorDetails extends ExhibitorRow {
  /** Who acts for it; the address is shown to organisers only. */
  accounts: { id: AccountId; name: string; email: string | null }[]
}

/** All of it, for organisers and for those who act for it. Errors: NOT_FOUND, also for others' exhibitors. */
export const getExhibitor =
  (deps: Deps) =>
  async (actor: Actor, { fairId, exhibitorId }: ExhibitorQuery): Promise<ExhibitorDetails> => {
    if (actor.accountId === null) throw new AppError('NOT_SIGNED_IN')
    const fair = await requireStanding(deps.sql, actor, { id: fairId }, 'fair:view')
    const organiser = can(actor, 'fair:organise', { fair })
    const [row] = await readExhibitors(deps.sql, fairId, deps.clock.now(), exhibitorId)
    if (!row || !(organiser || fair.exhibitorIds.includes(exhibitorId)))
      throw new AppError('NOT_FOUND', { detail: 'no such exhibitor, or not theirs' })
    const accounts = await deps.sql<{ id: AccountId; name: string; email: string }[]>`
      select a.id, a.name, a.email from exhibitor_accounts ea join accounts a on a.id = ea.account_id
      where ea.exhibitor_id = ${exhibitorId} order by a.name collate natural_order, a.id`
    return { ...row, accounts: accounts.map((account) => (organiser ? account : { ...account, email: null })) }
  }
