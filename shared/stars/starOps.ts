import { z } from 'zod'
import { ID_PATTERN, type TalkId } from '#shared/kernel/ids'

/** More talks than any fair has in a day; a list beyond is nobody's programme. */
export const MAX_STARS = 2000
/** A month offline. */
const MAX_AGO_MS = 31 * 86_400_000

const talkId = z
  .string()
  .refine((text) => ID_PATTERN.test(text), { params: { code: 'id' } })
  .transform((text) => text as TalkId)

/** One star set or taken back. `ago`: how long before it was sent, in milliseconds by the clock of the device, whatever that shows. */
const starOpSchema = z.object({
  talkId,
  starred: z.boolean(),
  ago: z
    .number()
    .min(0)
    .default(0)
    .transform((ms) => Math.min(ms, MAX_AGO_MS)),
})
export type StarOp = z.output<typeof starOpSchema>
export type StarOpInput = z.input<typeof starOpSchema>
export const starOpsSchema = z.array(starOpSchema).max(MAX_STARS)

/** When each talk was starred, or its star taken back: milliseconds since 1970. */
export interface StarTimes {
  readonly starred: ReadonlyMap<TalkId, number>
  readonly unstarred: ReadonlyMap<TalkId, number>
}

export interface StarChanges {
  star: Map<TalkId, number>
  unstar: Map<TalkId, number>
}

/** What the operations change: for each talk the latest one wins, also over what came from another device meanwhile. */
export function starChanges(times: StarTimes, ops: readonly StarOp[], now: number): StarChanges {
  const changes: StarChanges = { star: new Map(), unstar: new Map() }
  for (const { talkId: id, starred, ago } of ops) {
    const at = now - ago
    const last = Math.max(
      changes.star.get(id) ?? changes.unstar.get(id) ?? -Infinity,
      times.starred.get(id) ?? times.unstarred.get(id) ?? -Infinity,
    )
    if (at < last) continue
    changes.star.delete(id)
    changes.unstar.delete(id)
    // Also where it changes nothing: its time counts against what comes later from before.
    changes[starred ? 'star' : 'unstar'].set(id, at)
  }
  return changes
}
