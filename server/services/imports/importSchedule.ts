import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import { storableJson } from '#server/db/storableJson'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import { loadDocument } from '#server/services/documents/loadDocument'
import type { Actor } from '#shared/access/roles'
import type { TalkState } from '#shared/document/talkRecord'
import { AppError } from '#shared/kernel/errors'
import type { FairId, ImportId } from '#shared/kernel/ids'
import type { ImportProgress } from '#shared/protocol/importProgress'
import { appendPatch } from '../documents/appendPatch'
import { fairTimeZone } from './fairTimeZone'
import type { ImportInverse } from './importInverse'
import { countsOf, type ImportSummary, keptRemarks } from './importSummary'
import { writePeople } from './peopleRows'
import { type ReadableSchedule, readFile } from './readFile'
import { readUpload, type Upload } from './uploads'
import { workOut } from './workOut'

export interface ImportScheduleInput {
  fairId: FairId
  importId: ImportId
  state: TalkState
  /** Of the dry run that was looked at. Null: whatever it does now. */
  fingerprint: string | null
  /** Awaited, so that it can be sent on its way before the next piece of work begins. */
  onProgress?: (progress: ImportProgress) => Promise<void> | void
}

/**
 * Brings a programme file into the fair's draft, all of it or nothing: talks and stages as one edit of the document, people as
 * rows, what takes it back beside them. Asked twice it is done once. Errors: those of standing, UPLOAD_GONE, SCHEDULE_REFUSED,
 * DRAFT_CHANGED (it would not do any more what the dry run showed).
 */
export const importSchedule =
  (deps: Deps) =>
  async (actor: Actor, input: ImportScheduleInput): Promise<ImportSummary> => {
    const { fairId, importId, onProgress = () => {} } = input
    await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    const done = await summaryOf(deps.sql, fairId, importId)
    if (done) return done
    await onProgress({ step: 'reading', done: 0, total: 1 })
    const upload = await readUpload(deps.sql, fairId, importId)
    const file = readFile(upload.bytes, await fairTimeZone(deps.sql, fairId))
    return await deps.sql.begin((tx) => importLocked(deps, tx, actor, { ...input, onProgress, upload, file }))
  }

interface Locked extends Required<ImportScheduleInput> {
  upload: Upload
  file: ReadableSchedule
}

async function importLocked(deps: Deps, tx: Tx, actor: Actor, input: Locked): Promise<ImportSummary> {
  const { fairId, importId, state, fingerprint, onProgress, upload, file } = input
  // Nobody writes to the log from here on. Weaker than FOR UPDATE, so that claims (foreign keys to the fair) go on.
  await tx`select from fairs where id = ${fairId} for no key update`
  await requireStanding(tx, actor, { id: fairId }, 'programme:edit')
  await requireStanding(tx, actor, { id: fairId }, 'people:manage')
  const done = await summaryOf(tx, fairId, importId)
  if (done) return done
  await onProgress({ step: 'comparing', done: 0, total: 1 })
  const { doc } = await loadDocument(tx, fairId)
  const work = await workOut(deps, tx, { fairId, doc, schedule: file.schedule, state })
  if (fingerprint !== null && fingerprint !== work.fingerprint)
    throw new AppError('DRAFT_CHANGED', { detail: 'schedule import' })

  const { accountId } = actor
  const at = deps.clock.now()
  const counts = countsOf(work)
  const changes = work.patch.length
  const position = await appendPatch(tx, doc, work.patch, {
    fairId,
    accountId,
    onWritten: (written) => onProgress({ step: 'programme', done: written, total: changes }),
  })
  doc.destroy()
  const rows = counts.people.new + counts.people.changed
  const onWritten = (written: number) => onProgress({ step: 'people', done: written, total: rows })
  await writePeople(tx, fairId, work.people, { at, onWritten })
  await onProgress({ step: 'saving', done: 0, total: 1 })
  const summary: ImportSummary = { counts, remarks: keptRemarks([...file.remarks, ...work.remarks]) }
  await record(
    tx,
    { fairId, importId, accountId, format: file.format, fileName: upload.fileName, at },
    summary,
    work.inverse,
  )
  await writeAudit(tx, {
    fairId,
    accountId,
    action: 'schedule.imported',
    subject: importId,
    details: { position, talks: counts.talks.new + counts.talks.changed, people: rows },
    at,
  })
  if (rows > 0) await notify(tx, 'programme_context', { fairId })
  return summary
}

async function summaryOf(sql: Tx | Deps['sql'], fairId: FairId, importId: ImportId): Promise<ImportSummary | null> {
  const [row] = await sql<{ summary: ImportSummary }[]>`
    select summary from imports where fair_id = ${fairId} and id = ${importId}`
  return row?.summary ?? null
}

interface Entry {
  fairId: FairId
  importId: ImportId
  accountId: string | null
  format: string
  fileName: string
  at: Date
}

async function record(tx: Tx, entry: Entry, summary: ImportSummary, inverse: ImportInverse): Promise<void> {
  const { fairId, importId, accountId, format, fileName, at } = entry
  await tx`
    insert into imports (id, fair_id, account_id, format, file_name, at, summary, inverse)
    values (${importId}, ${fairId}, ${accountId}, ${format}, ${fileName}, ${at},
      ${tx.json(storableJson(summary) as never)}, ${tx.json(storableJson(inverse) as never)})`
  await tx`delete from import_uploads where id = ${importId}`
}
