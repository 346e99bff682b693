import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { takeFromLimit } from '#server/services/access/takeFromLimit'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type FairId, type ImportId, newId } from '#shared/kernel/ids'
import { fairTimeZone } from './fairTimeZone'
import { readFile } from './readFile'

const MAX_FILE_NAME = 200
const HOURLY_UPLOADS = 60

export interface UploadScheduleInput {
  fairId: FairId
  fileName: string
  bytes: Uint8Array
}

/**
 * Takes a programme file in, to be looked at and then imported; a file that cannot be read is not kept. Returns the id that the
 * import will have. Errors: those of standing, SCHEDULE_REFUSED, TOO_MANY_REQUESTS.
 */
export const uploadSchedule =
  (deps: Deps) =>
  async (actor: Actor, { fairId, fileName, bytes }: UploadScheduleInput): Promise<ImportId> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    await requireStanding(deps.sql, actor, { id: fairId }, 'people:manage')
    const now = deps.clock.now()
    await takeFromLimit(deps.sql, now, { key: `schedule-upload:${fairId}`, hits: HOURLY_UPLOADS, windowSeconds: 3600 })
    readFile(bytes, await fairTimeZone(deps.sql, fairId))
    const id = newId<ImportId>(deps.randomBytes)
    const name = storableName(fileName)
    const { count } = await deps.sql`
      insert into import_uploads (id, fair_id, account_id, file_name, bytes, created_at)
      select ${id}, ${fairId}, a.id, ${name}, ${bytes}, ${now} from accounts a where a.id = ${actor.accountId}`
    if (count === 0) throw new AppError('NOT_SIGNED_IN', { detail: 'account went away' })
    return id
  }

/** Browsers send the name of the file alone; programs may send anything. */
const storableName = (name: string): string =>
  name
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_FILE_NAME)
    .toWellFormed()
