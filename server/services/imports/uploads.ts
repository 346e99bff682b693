import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { AppError } from '#shared/kernel/errors'
import type { FairId, ImportId } from '#shared/kernel/ids'

const KEEP_HOURS = 24

export interface Upload {
  fileName: string
  bytes: Uint8Array
}

/** A file that somebody chose in this fair and has not imported yet. Errors: UPLOAD_GONE. */
export async function readUpload(sql: Queryable, fairId: FairId, id: ImportId): Promise<Upload> {
  const [upload] = await sql<Upload[]>`
    select file_name as "fileName", bytes from import_uploads where fair_id = ${fairId} and id = ${id}`
  if (!upload) throw new AppError('UPLOAD_GONE', { detail: 'no such upload' })
  return upload
}

/** Lets go of files that nobody imported: they name people. Returns how many. */
export const forgetUploads = (deps: Deps) => async (): Promise<number> => {
  const before = new Date(deps.clock.now().getTime() - KEEP_HOURS * 3_600_000)
  const { count } = await deps.sql`delete from import_uploads where created_at < ${before}`
  return count
}
