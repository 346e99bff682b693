import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { type PlanJson, planToJson } from '#shared/exchange/planJson'
import { AppError } from '#shared/kernel/errors'
import { requireStanding } from '../access/standing'
import { loadPlan } from '../documents/loadDocument'

/** The draft as it is now, in the product's own format. Errors: those of standing. */
export const exportPlan =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<{ fileName: string; plan: PlanJson }> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const [fair] = await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${fairId}`
    if (!fair) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
    const { plan, position } = await loadPlan(deps.sql, fairId)
    return { fileName: `${fair.slug}-plan-${position}.json`, plan: planToJson(plan) }
  }
