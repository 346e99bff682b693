import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import { matchesSearch } from '#shared/exhibitors/search'
import type { FairId } from '#shared/kernel/ids'
import { type PersonRow, readPeople } from './personRows'

export interface ListedPerson extends PersonRow {
  /** How many talks of the draft name this person; cancelled ones are among them. */
  talks: number
}

/** Everyone of the fair whose name, address, exhibitor or biography has the words, by name. Errors: those of standing. */
export const listPeople =
  (deps: Deps) =>
  async (actor: Actor, { fairId, search = '' }: { fairId: FairId; search?: string }): Promise<ListedPerson[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'people:manage')
    const rows = await readPeople(deps.sql, fairId)
    const counts = await deps.sql<{ id: string; talks: number }[]>`
      select speaker.id, count(distinct t.id)::int as talks from talks t, unnest(t.speaker_ids) as speaker (id)
      where t.fair_id = ${fairId} and not t.removed group by 1`
    const talks = new Map(counts.map((row) => [row.id, row.talks]))
    return rows
      .filter((row) =>
        matchesSearch([row.name, row.email, row.exhibitorName ?? '', ...Object.values(row.biography)], search),
      )
      .map((row) => ({ ...row, talks: talks.get(row.id) ?? 0 }))
  }
