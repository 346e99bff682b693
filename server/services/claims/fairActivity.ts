import { z } from 'zod'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type HistoryEntry, readActivity } from './history'

const PAGE = 50
const page = z.object({ before: z.int().min(1).optional(), limit: z.int().min(1).max(200).default(PAGE) })

export interface FairActivity {
  entries: HistoryEntry[]
  /** Hand it in as `before` for the next page; null at the end. */
  next: number | null
}

/** Who did what in this fair, newest first, for organisers. */
export const fairActivity =
  (deps: Deps) =>
  async (
    actor: Actor,
    { fairId, ...input }: { fairId: FairId; before?: number; limit?: number },
  ): Promise<FairActivity> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const { before, limit } = parseOrInvalid(page, input)
    const entries = await readActivity(deps.sql, fairId, { before, limit: limit + 1 })
    const shown = entries.slice(0, limit)
    return { entries: shown, next: entries.length > limit ? (shown.at(-1)?.id ?? null) : null }
  }
