import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { readPlan } from '#shared/document/fairDocument'
import type { RecordKind } from '#shared/document/records'
import { type ImportMode, type KindCounts, type PlanMerge, planMerge } from '#shared/exchange/planMerge'
import { AppError } from '#shared/kernel/errors'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'
import { appendPatch } from '../documents/appendPatch'
import { loadDocument } from '../documents/loadDocument'
import { readImport } from './initialPlan'

export interface ImportPlanInput {
  fairId: string
  /** As parsed from the file. */
  json: unknown
  mode: ImportMode
  /** Position of the draft that the preview showed; another one is refused. Null: whatever there is. */
  position: number | null
}

export interface ImportPreview {
  counts: Record<RecordKind, KindCounts>
  /** Numbers of booths with a holder that the file would take away: the import is refused. */
  claimedRemoved: string[]
  /** Numbers of booths with a holder that would change. */
  claimedChanged: string[]
  position: number
}

/** What an import would do, without doing it. Errors: those of standing, IMPORT_INVALID with a problem a record. */
export const previewImport =
  (deps: Deps) =>
  async (actor: Actor, { fairId, json, mode }: Omit<ImportPlanInput, 'position'>): Promise<ImportPreview> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const incoming = readImport(json)
    const { doc, position } = await loadDocument(deps.sql, fairId)
    const merge = planMerge(readPlan(doc), incoming, mode)
    doc.destroy()
    return { counts: merge.counts, ...(await claimedAmong(deps, deps.sql, fairId, merge)), position }
  }

/**
 * Brings a plan into a fair's draft, all of it or nothing.
 * Errors: those of standing, IMPORT_INVALID, BOOTH_CLAIMED with `booths` (numbers), DRAFT_CHANGED.
 */
export const importPlan =
  (deps: Deps) =>
  async (actor: Actor, { fairId, json, mode, position }: ImportPlanInput): Promise<ImportPreview> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const incoming = readImport(json)
    return await deps.sql.begin(async (tx) => {
      // Nobody writes to the log from here on. Weaker than FOR UPDATE, so that claims (foreign keys to the fair) go on.
      await tx`select from fairs where id = ${fairId} for no key update`
      const standing = await requireStanding(tx, actor, { id: fairId }, 'plan:edit')
      const loaded = await loadDocument(tx, fairId)
      if (position !== null && position !== loaded.position) throw new AppError('DRAFT_CHANGED', { detail: 'import' })
      const merge = planMerge(readPlan(loaded.doc), incoming, mode)
      await tx`select from booths where fair_id = ${fairId} and id = any(${merge.removedBooths}) order by id for update`
      const claimed = await claimedAmong(deps, tx, fairId, merge)
      if (claimed.claimedRemoved.length > 0) {
        throw new AppError('BOOTH_CLAIMED', { detail: 'import', params: { booths: claimed.claimedRemoved } })
      }
      const result = { counts: merge.counts, ...claimed, position: loaded.position }
      if (merge.patch.length === 0) return result
      const written = await appendPatch(tx, loaded.doc, merge.patch, {
        fairId: standing.fairId,
        accountId: actor.accountId,
      })
      loaded.doc.destroy()
      result.position = written ?? loaded.position
      await writeAudit(tx, {
        fairId,
        accountId: actor.accountId,
        action: 'plan.imported',
        subject: fairId,
        details: { mode, position: result.position },
        at: deps.clock.now(),
      })
      return result
    })
  }

type Claimed = Pick<ImportPreview, 'claimedRemoved' | 'claimedChanged'>

async function claimedAmong(deps: Deps, sql: Queryable, fairId: string, merge: PlanMerge): Promise<Claimed> {
  const rows = await sql<{ id: string; number: string }[]>`
    select b.id, b.number from booths b join claims c on c.fair_id = b.fair_id and c.booth_id = b.id
    where b.fair_id = ${fairId} and b.id = any(${[...merge.removedBooths, ...merge.changedBooths]})
      and (c.state in ('claimed', 'confirmed') or (c.state = 'held' and c.expires_at > ${deps.clock.now()}))
    order by b.number collate natural_order`
  const removed = new Set(merge.removedBooths)
  const numbers = (wanted: boolean) => rows.filter((row) => removed.has(row.id) === wanted).map((row) => row.number)
  return { claimedRemoved: numbers(true), claimedChanged: numbers(false) }
}
