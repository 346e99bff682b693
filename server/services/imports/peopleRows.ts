import type { Queryable, Tx } from '#server/db/client'
import { storableJson } from '#server/db/storableJson'
import type { ImportedPerson, KnownPerson } from '#shared/exchange/schedule/importPlan'
import type { FairId } from '#shared/kernel/ids'
import type { PersonContent } from './importInverse'

/** As many rows as one statement takes, so that whoever waits sees it go on. */
const BATCH = 200

/** Everyone of the fair, as imports find them again. */
export const readKnownPeople = (sql: Queryable, fairId: FairId) => sql<KnownPerson[]>`
  select id, name, guid, biography, links, carried from people where fair_id = ${fairId} order by created_at, id`

export const contentOf = ({ name, biography, links, guid, carried }: PersonContent): PersonContent => ({
  name,
  biography,
  links,
  guid,
  carried,
})

/** Writes people who are new or changed. `onWritten` hears how many are. */
export async function writePeople(
  tx: Tx,
  fairId: FairId,
  people: readonly ImportedPerson[],
  { at, onWritten }: { at: Date; onWritten: (people: number) => Promise<void> | void },
): Promise<void> {
  const rows = people.filter(({ fate }) => fate !== 'same')
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    const json = storableJson(batch.map((person) => ({ id: person.id, ...contentOf(person) })))
    await tx`
      insert into people (id, fair_id, name, biography, links, guid, carried, created_at)
      select id, ${fairId}, name, biography, links, guid, carried, ${at} from jsonb_to_recordset(${tx.json(json as never)})
        as row (id text, name text, biography jsonb, links jsonb, guid text, carried jsonb)
      on conflict (id) do update set name = excluded.name, biography = excluded.biography, links = excluded.links,
        guid = excluded.guid, carried = excluded.carried
      where people.fair_id = ${fairId}`
    await onWritten(from + batch.length)
  }
}
