import { z } from 'zod'
import type { StageId } from '#shared/kernel/ids'
import { recordId } from './recordId'

/** Instants of the programme are whole minutes since 1970-01-01T00:00Z; 200 million are the year 2350. */
const MAX_MINUTE = 200_000_000
/** Three days: an installation that one may walk in and out of. */
export const MAX_SLOT_MINUTES = 4320

const minute = z.int().min(0).max(MAX_MINUTE)

/** Where and when a talk is held, as one register: stage, start, duration in minutes. */
export const slotSchema = z.tuple([recordId<StageId>(), minute, z.int().min(1).max(MAX_SLOT_MINUTES)])
export type Slot = Readonly<z.output<typeof slotSchema>>

/** From and until in minutes since 1970; the end is not part of it. */
export const spanSchema = z
  .tuple([minute, minute])
  .refine(([from, until]) => from < until, { message: 'ends before it starts' })
export type Span = Readonly<z.output<typeof spanSchema>>
export const spansSchema = z.array(spanSchema).max(100)

/** What stages have and talks need. Others may be named too: they are shown as they are written. */
export const KNOWN_EQUIPMENT = [
  'projector',
  'microphone',
  'soundSystem',
  'interpreter',
  'hearingLoop',
  'whiteboard',
  'internet',
  'power',
  'livestream',
  'tables',
] as const
export const equipmentSchema = z.array(z.string().trim().min(1).max(60)).max(30)
