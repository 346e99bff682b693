import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId, ImportId } from '#shared/kernel/ids'
import type { ImportSummary } from './importSummary'
import type { UndoReport } from './undoImport'

const MAX_SHOWN = 100

export interface ImportEntry {
  id: ImportId
  format: string
  fileName: string
  at: Date
  /** Null: the account is no more. */
  by: string | null
  summary: ImportSummary
  undoneAt: Date | null
  /** Names of people who stay are those of today. */
  undoReport: UndoReport | null
}

/** The fair's imports, the newest first. Errors: those of standing. */
export const listImports =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<ImportEntry[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    const imports = await deps.sql<ImportEntry[]>`
      select i.id, i.format, i.file_name as "fileName", i.at, a.name as by, i.summary, i.undone_at as "undoneAt",
        i.undo_report as "undoReport"
      from imports i left join accounts a on a.id = i.account_id
      where i.fair_id = ${fairId} order by i.at desc, i.id desc limit ${MAX_SHOWN}`
    const ids = imports.flatMap(({ undoReport }) => peopleIn(undoReport))
    const people = await deps.sql<{ id: string; name: string }[]>`
      select id, name from people where fair_id = ${fairId} and id = any(${ids})`
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return imports.map((entry) => ({ ...entry, undoReport: named(entry.undoReport, names) }))
  }

const peopleIn = (report: UndoReport | null): string[] =>
  (report?.stays ?? []).filter(({ kind }) => kind === 'person').map(({ id }) => id)

function named(report: UndoReport | null, names: ReadonlyMap<string, string>): UndoReport | null {
  if (report === null) return null
  const stays = report.stays.map((one) => (one.kind === 'person' ? { ...one, name: names.get(one.id) ?? '' } : one))
  return { ...report, stays }
}
