import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import { storableJson } from '#server/db/storableJson'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { loadDocument } from '#server/services/documents/loadDocument'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { FairId, ImportId } from '#shared/kernel/ids'
import { appendPatch } from '../documents/appendPatch'
import type { ImportInverse } from './importInverse'
import { undoPeople } from './undoPeople'
import { type Stays, type UndoWork, undoWork } from './undoWork'

export interface UndoReport {
  restored: UndoWork['restored'] & { people: number }
  removed: UndoWork['removed'] & { people: number }
  stays: Stays[]
}

/**
 * Takes an import back: what it changed becomes what it was, what it brought goes, except where somebody worked on it since;
 * that is listed. Errors: those of standing, NOT_FOUND, IMPORT_UNDONE.
 */
export const undoImport =
  (deps: Deps) =>
  async (actor: Actor, { fairId, importId }: { fairId: FairId; importId: ImportId }): Promise<UndoReport> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    return await deps.sql.begin((tx) => undoLocked(deps, tx, actor, fairId, importId))
  }

async function undoLocked(deps: Deps, tx: Tx, actor: Actor, fairId: FairId, importId: ImportId): Promise<UndoReport> {
  await tx`select from fairs where id = ${fairId} for no key update`
  await requireStanding(tx, actor, { id: fairId }, 'programme:edit')
  await requireStanding(tx, actor, { id: fairId }, 'people:manage')
  const [found] = await tx<{ inverse: ImportInverse; undoneAt: Date | null }[]>`
    select inverse, undone_at as "undoneAt" from imports where fair_id = ${fairId} and id = ${importId}`
  if (!found) throw new AppError('NOT_FOUND', { detail: 'no such import' })
  if (found.undoneAt !== null) throw new AppError('IMPORT_UNDONE')

  const { accountId } = actor
  const at = deps.clock.now()
  const { doc } = await loadDocument(tx, fairId)
  const work = undoWork(doc, found.inverse.records)
  const position = await appendPatch(tx, doc, work.patch, { fairId, accountId })
  const people = await undoPeople(deps, tx, fairId, doc, found.inverse.people)
  doc.destroy()
  const report: UndoReport = {
    restored: { ...work.restored, people: people.restored },
    removed: { ...work.removed, people: people.removed },
    stays: [...work.stays, ...people.stays],
  }
  await tx`
    update imports set undone_at = ${at}, undo_report = ${tx.json(storableJson(report) as never)}
    where fair_id = ${fairId} and id = ${importId}`
  await writeAudit(tx, {
    fairId,
    accountId,
    action: 'schedule.undone',
    subject: importId,
    details: { position, stays: report.stays.length },
    at,
  })
  if (people.restored + people.removed > 0) await notify(tx, 'programme_context', { fairId })
  return report
}
