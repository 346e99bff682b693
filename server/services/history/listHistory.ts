import { z } from 'zod'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { HistoryEntry, HistoryPage, RestoreNote } from '#shared/history/types'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireStanding } from '../access/standing'
import { readAuthors } from './authors'
import { gestureChanges } from './gestureChanges'
import { logEnds } from './logTimes'
import { readNamedVersions } from './namedVersions'
import { readGestures } from './readGestures'
import { positionSchema } from './readVersion'

const pageSchema = z.object({
  /** `next` of the page before. */
  before: positionSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
})
export type ListHistoryInput = { fairId: FairId } & z.input<typeof pageSchema>

/** What was done in a fair's document, by whom and when, the newest first. Errors: those of standing, INVALID. */
export const listHistory =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...page }: ListHistoryInput): Promise<HistoryPage> => {
    const { sql } = deps
    await requireStanding(sql, actor, { id: fairId }, 'plan:edit')
    const { before, limit } = parseOrInvalid(pageSchema, page)
    const { latest, firstAt } = await logEnds(sql, fairId)
    const versions = await readNamedVersions(sql, fairId)
    const named = new Set(versions.map(({ position }) => position))
    const { gestures, more } = await readGestures(sql, {
      fairId,
      before: Math.min(before ?? latest.position + 1, latest.position + 1),
      limit,
      isNamed: (position) => named.has(position),
    })
    const summaries = await gestureChanges(sql, fairId, gestures)
    const authorOf = await readAuthors(
      sql,
      gestures.map(({ accountId }) => accountId),
    )
    const entries = gestures.flatMap(({ from, position, at, accountId, note }): HistoryEntry[] => {
      const summary = summaries.get(position)
      if (!summary) return []
      return [
        { from, position, at: at.toISOString(), author: authorOf(accountId), summary, restored: restoredBy(note) },
      ]
    })
    return {
      ...{ entries, versions, firstAt },
      latest: latest.position,
      latestAt: latest.at,
      next: more ? (gestures.at(-1)?.from ?? null) : null,
    }
  }

const restoredBy = (note: RestoreNote | null): HistoryEntry['restored'] =>
  note && { position: note.position, at: note.at, scope: note.scope }
