import type { Queryable } from '#server/db/client'
import type { BoothId, ExhibitorId, FairId } from '#shared/kernel/ids'
import type { PlanDiff } from '#shared/plan/queries/planDiff'

export const TOLD_CHANGES = ['moved', 'resized', 'renumbered', 'gone'] as const
export type ToldChange = (typeof TOLD_CHANGES)[number]

/** An exhibitor whose claimed or confirmed booth is not what it was in the release before. */
export interface AffectedExhibitor {
  exhibitorId: ExhibitorId
  exhibitorName: string
  boothId: BoothId
  state: 'claimed' | 'confirmed'
  /** Number in the release before, and now (the same for one that is gone). */
  before: string
  number: string
  changes: ToldChange[]
}

type Changed = Pick<AffectedExhibitor, 'before' | 'number' | 'changes'>

export async function affectedExhibitors(sql: Queryable, fairId: FairId, diff: PlanDiff): Promise<AffectedExhibitor[]> {
  const changed = new Map<BoothId, Changed>()
  for (const { before, after, changes } of diff.changedBooths) {
    const told = TOLD_CHANGES.filter((change) => (changes as readonly string[]).includes(change))
    if (told.length > 0) changed.set(after.id, { before: before.number, number: after.number, changes: told })
  }
  for (const { id, number } of diff.goneBooths) changed.set(id, { before: number, number, changes: ['gone'] })
  const rows = await sql<Omit<AffectedExhibitor, keyof Changed>[]>`
    select c.exhibitor_id as "exhibitorId", e.name as "exhibitorName", c.booth_id as "boothId", c.state
    from claims c join exhibitors e on e.id = c.exhibitor_id
    where c.fair_id = ${fairId} and c.booth_id = any(${[...changed.keys()]}) and c.state in ('claimed', 'confirmed')
    order by e.name collate natural_order, c.id`
  return rows.flatMap((row) => {
    const change = changed.get(row.boothId)
    return change ? [{ ...row, ...change }] : []
  })
}
