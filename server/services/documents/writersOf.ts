import * as Y from 'yjs'
import { z } from 'zod'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'

/** Newest rows of the log in which the clients are looked for: some hours of hard work. */
const MAX_ROWS = 5000
const PAGE_ROWS = 500

const clientsSchema = z
  .array(z.coerce.number().pipe(z.int().min(0).max(0xffff_ffff)))
  .min(1)
  .max(50)

export interface WritersOfInput {
  fairId: FairId | string
  /** Clients of the document (Yjs's number of a window). */
  clients: readonly (number | string)[]
}

/** Accounts behind clients of the document, as far as the log's newest rows name them. Errors: those of standing, INVALID. */
export const writersOf =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...input }: WritersOfInput): Promise<Record<string, string>> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'plan:edit')
    const wanted = new Set(parseOrInvalid(clientsSchema, input.clients))
    const found: Record<string, string> = {}
    let before: number | null = null
    for (let read = 0; read < MAX_ROWS && wanted.size > 0; read += PAGE_ROWS) {
      const rows: { position: number; bytes: Uint8Array; accountId: string | null }[] = await deps.sql`
        select position, update_bytes as bytes, account_id as "accountId" from document_log
        where fair_id = ${standing.fairId} and (${before}::bigint is null or position < ${before})
        order by position desc limit ${PAGE_ROWS}`
      for (const { bytes, accountId } of rows) {
        for (const client of clientsIn(bytes)) {
          if (wanted.delete(client) && accountId !== null) found[client] = accountId
        }
      }
      const last = rows.at(-1)
      if (!last) break
      before = last.position
    }
    return found
  }

/** Windows whose edits a row holds: those of its author, since nobody sends what the server has. */
function clientsIn(bytes: Uint8Array): number[] {
  try {
    return [...Y.parseUpdateMeta(bytes).to.keys()]
  } catch {
    // A row that nobody can read names nobody.
    return []
  }
}
