import { z } from 'zod'
import type { PersonId, SectorId, TalkId } from '#shared/kernel/ids'
import { localText } from '#shared/kernel/language'
import { recordId } from './recordId'
import { equipmentSchema, type Slot, slotSchema } from './schedule'
import { REPEAT_KEY } from './slotKey'

export { isSlotKey, type SlotKey } from './slotKey'

/** `meeting`: a partner meeting. `blocker`: the stage is taken and visitors see nothing. */
export const TALK_KINDS = ['talk', 'workshop', 'debate', 'networking', 'meeting', 'break', 'blocker'] as const
export type TalkKind = (typeof TALK_KINDS)[number]

export const TALK_STATES = ['idea', 'invited', 'confirmed', 'cancelled'] as const
export type TalkState = (typeof TALK_STATES)[number]

export const MAX_TITLE = 300
export const MAX_ABSTRACT = 20_000
const MAX_SPEAKERS = 50
/** What a format carried that the fair has no field for; a generous limit in characters of JSON. */
const MAX_CARRIED = 20_000

const fields = z.object({
  title: localText(MAX_TITLE),
  abstract: localText(MAX_ABSTRACT).nullable().default(null),
  kind: z.enum(TALK_KINDS).default('talk'),
  state: z.enum(TALK_STATES).default('idea'),
  sectorId: recordId<SectorId>().nullable().default(null),
  /** Language of speech, BCP 47. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullable()
    .default(null),
  speakerIds: z.array(recordId<PersonId>()).max(MAX_SPEAKERS).default([]),
  /** How many are expected. */
  audience: z.int().min(0).max(100_000).nullable().default(null),
  /** Seats that visitors sign up for; null: just come. */
  seats: z.int().min(1).max(100_000).nullable().default(null),
  needs: equipmentSchema.default([]),
  /** The talk that must have ended before this one starts. */
  prerequisiteId: recordId<TalkId>().nullable().default(null),
  slot: slotSchema.nullable().default(null),
  removed: z.boolean().default(false),
  /** Identity in files that came from elsewhere: an import finds its own again by it. */
  guid: z.string().min(1).max(300).nullable().default(null),
  carried: z
    .record(z.string(), z.json())
    .refine((value) => JSON.stringify(value).length <= MAX_CARRIED, { message: 'carries too much' })
    .nullable()
    .default(null),
})

export type TalkFields = z.output<typeof fields> & { [key: `slot:${string}`]: Slot }

/** Unknown fields are dropped, repetitions are kept and must be slots. */
export const talkSchema = fields.catchall(z.unknown()).transform((all, context): TalkFields => {
  const talk: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(all)) {
    if (key in fields.shape) talk[key] = value
    else if (REPEAT_KEY.test(key) && value !== null) {
      const slot = slotSchema.safeParse(value)
      if (slot.success) talk[key] = slot.data
      else context.addIssue({ code: 'custom', path: [key], message: 'not a slot' })
    }
  }
  return talk as TalkFields
})

/** A conflict that somebody accepted, with the reason. `conflict` is the key that the checker gives it. */
export const waiverSchema = z.object({
  conflict: z.string().min(1).max(500),
  reason: z.string().trim().min(1).max(500),
  accountId: z.string().max(64).nullable().default(null),
  /** Milliseconds since 1970. */
  at: z.int().min(0),
})
