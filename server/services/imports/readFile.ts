import { readSchedule } from '#shared/exchange/schedule/readSchedule'
import type { ReadSchedule, ScheduleFormat } from '#shared/exchange/schedule/types'
import { AppError } from '#shared/kernel/errors'

export type ReadableSchedule = Extract<ReadSchedule, { ok: true }> & { format: ScheduleFormat }

/** The programme in a file. Errors: SCHEDULE_REFUSED with `refusal`, a key of `formats:refusals`, and its values. */
export function readFile(bytes: Uint8Array, timeZone: string): ReadableSchedule {
  const read = readSchedule(bytes, { timeZone })
  if (read.ok && read.format !== null) return { ...read, format: read.format }
  const { code, params } = read.ok ? { code: 'unknownFormat', params: {} } : read.refusal
  throw new AppError('SCHEDULE_REFUSED', { detail: code, params: { refusal: code, ...params } })
}
