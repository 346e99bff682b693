import { can } from '#shared/access/can'
import type { Actor, FairStanding } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { ExhibitorId } from '#shared/kernel/ids'

/**
 * For whom the actor asks: the exhibitor named, or the only one that it acts for.
 * Errors: FORBIDDEN (acts for none, or not for this one), INVALID (must say for which).
 */
export function actingExhibitor(actor: Actor, fair: FairStanding, wanted: ExhibitorId | undefined): ExhibitorId {
  if (wanted !== undefined) {
    if (can(actor, 'claims:make', { fair, exhibitorId: wanted })) return wanted
    throw new AppError('FORBIDDEN', { detail: 'not an exhibitor of theirs' })
  }
  const [only, ...others] = fair.exhibitorIds
  if (only !== undefined && others.length === 0) return only
  throw new AppError('INVALID', { fields: [{ path: 'exhibitorId', code: 'required' }] })
}
