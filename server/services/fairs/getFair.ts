import type { Deps } from '#server/deps'
import { can } from '#shared/access/can'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { requireStanding } from '../access/standing'
import { type FairDetails, fairColumns } from './fairRow'

export interface OrganisedFair extends FairDetails {
  role: 'owner' | 'organiser'
  /** What this actor may do beyond looking. */
  may: { settings: boolean; archive: boolean; team: boolean }
}

/** A fair for its organisers. Errors: those of standing. */
export const getFair =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<OrganisedFair> => {
    const fair = await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const [row] = await deps.sql<FairDetails[]>`select ${fairColumns(deps.sql)} from fairs f where f.id = ${fairId}`
    if (!row) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
    return {
      ...row,
      role: fair.role === 'owner' ? 'owner' : 'organiser',
      may: {
        settings: can(actor, 'fair:settings', { fair }),
        archive: can(actor, 'fair:archive', { fair }),
        team: can(actor, 'team:manage', { fair }),
      },
    }
  }
