import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { loadDocument } from '#server/services/documents/loadDocument'
import type { Actor } from '#shared/access/roles'
import type { TalkState } from '#shared/document/talkRecord'
import type { ImportPlan } from '#shared/exchange/schedule/importPlan'
import type { Remark, ScheduleFormat } from '#shared/exchange/schedule/types'
import type { FairId, ImportId } from '#shared/kernel/ids'
import { fairTimeZone } from './fairTimeZone'
import { countsOf, type ImportCounts } from './importSummary'
import { findOverwritten, type Overwritten } from './overwritten'
import { readFile } from './readFile'
import { readUpload } from './uploads'
import { workOut } from './workOut'

export interface PreviewScheduleImportInput {
  fairId: FairId
  importId: ImportId
  state: TalkState
}

export interface ScheduleDryRun {
  fileName: string
  format: ScheduleFormat
  /** As the file calls its own event. */
  title: string
  counts: ImportCounts
  talks: Pick<ImportPlan['talks'][number], 'title' | 'fate' | 'changed'>[]
  stages: Pick<ImportPlan['stages'][number], 'name' | 'fate'>[]
  people: Pick<ImportPlan['people'][number], 'name' | 'fate'>[]
  remarks: Remark[]
  overwritten: Overwritten[]
  /** To be handed over with the import: whoever confirms means what was shown. */
  fingerprint: string
}

/** What an import would do, without doing it. Errors: those of standing, UPLOAD_GONE, SCHEDULE_REFUSED. */
export const previewScheduleImport =
  (deps: Deps) =>
  async (actor: Actor, { fairId, importId, state }: PreviewScheduleImportInput): Promise<ScheduleDryRun> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    const { fileName, bytes } = await readUpload(deps.sql, fairId, importId)
    const { schedule, format, remarks } = readFile(bytes, await fairTimeZone(deps.sql, fairId))
    const { doc } = await loadDocument(deps.sql, fairId)
    const work = await workOut(deps, deps.sql, { fairId, doc, schedule, state })
    doc.destroy()
    return {
      fileName,
      format,
      title: schedule.conference.title,
      counts: countsOf(work),
      talks: work.talks.map(({ title, fate, changed }) => ({ title, fate, changed })),
      stages: work.stages.map(({ name, fate }) => ({ name, fate })),
      people: work.people.map(({ name, fate }) => ({ name, fate })),
      remarks: [...remarks, ...work.remarks],
      overwritten: await findOverwritten(deps.sql, fairId, work),
      fingerprint: work.fingerprint,
    }
  }
