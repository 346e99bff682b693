import type { Queryable } from '#server/db/client'
import { type Moment, readMoment } from '#shared/history/moment'
import { type RestoreWork, restoreWork } from '#shared/history/restoreWork'
import type { RestoreScope } from '#shared/history/scope'
import type { Between } from '#shared/history/wantedRecords'
import type { FairId } from '#shared/kernel/ids'
import { programmeDays } from '#shared/programme/gridDays'
import { readProgrammeContext } from '../programme/programmeContext'
import { openMoment } from './openMoment'

/** Says to which day of the programme a minute belongs, by the fair's hours as they are now. */
export async function programmeDayOf(sql: Queryable, fairId: FairId): Promise<(minute: number) => string> {
  const { openSpans, timeZone } = await readProgrammeContext(sql, fairId)
  return programmeDays(openSpans, timeZone).dayOfMinute
}

/** Errors: NOT_FOUND for a position that the log has not reached. */
export async function readPast(sql: Queryable, fairId: FairId, position: number): Promise<Moment> {
  const doc = await openMoment(sql, fairId, position)
  const moment = readMoment(doc)
  doc.destroy()
  return moment
}

/** What a restore does with the claims as they are at that instant. */
export async function workOut(
  sql: Queryable,
  { fairId, at, between, scope }: { fairId: FairId; at: Date; between: Between; scope: RestoreScope },
): Promise<RestoreWork> {
  const claimed = await claimedBooths(sql, fairId, at)
  return restoreWork({ ...between, scope, isClaimed: (id) => claimed.has(id) })
}

async function claimedBooths(sql: Queryable, fairId: FairId, at: Date): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select booth_id as id from claims where fair_id = ${fairId}
      and (state in ('claimed', 'confirmed') or (state = 'held' and expires_at > ${at}))`
  return new Set(rows.map((row) => row.id))
}
