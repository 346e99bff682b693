import { z } from 'zod'
import { recordId } from '#shared/document/recordId'
import { MAX_COORDINATE } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'

const coordinate = z.int().min(-MAX_COORDINATE).max(MAX_COORDINATE)
const length = z
  .int()
  .min(1)
  .max(2 * MAX_COORDINATE)

/**
 * How much of a moment is brought back: everything, what lies in a rectangle of a hall (`[x, y, width, depth]` in plan mm), or
 * what is held on one day of the programme (of the fair's time zone; a night belongs to the day on which it began).
 */
export const restoreScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({
    kind: z.literal('region'),
    hallId: recordId<HallId>(),
    rect: z.tuple([coordinate, coordinate, length, length]),
  }),
  z.object({ kind: z.literal('day'), day: z.iso.date() }),
])
export type RestoreScope = z.output<typeof restoreScopeSchema>
