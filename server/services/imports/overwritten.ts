import type { Queryable } from '#server/db/client'
import type { FairId } from '#shared/kernel/ids'
import { digestOf, type ImportInverse } from './importInverse'
import type { ImportWork } from './workOut'

/** Something that organisers changed after an import brought it, and that the file would change back. */
export interface Overwritten {
  kind: 'talk' | 'stage' | 'person'
  name: string
  /** Names of the fields; empty for people. */
  fields: string[]
}

/** What organisers did since earlier imports and would lose by this one: the file wins, but not unseen. */
export async function findOverwritten(sql: Queryable, fairId: FairId, work: ImportWork): Promise<Overwritten[]> {
  const written = await lastWritten(sql, fairId)
  const names = new Map<string, string>([
    ...work.talks.map(({ id, title }) => [id, title] as const),
    ...work.stages.map(({ id, name }) => [id, name] as const),
  ])
  const records = work.inverse.records.flatMap(({ kind, id, before, after }): Overwritten[] => {
    const known = written.fields.get(`${kind}/${id}`)
    if (before === null || known === undefined || (kind !== 'talks' && kind !== 'stages')) return []
    const fields = Object.keys(after).filter((field) => {
      const last = known.get(field)
      return last !== undefined && last !== digestOf(before[field] ?? null)
    })
    return fields.length > 0 ? [{ kind: kind === 'talks' ? 'talk' : 'stage', name: names.get(id) ?? id, fields }] : []
  })
  const people = work.people.flatMap(({ id, name }): Overwritten[] => {
    const before = work.inverse.people[id]?.before
    const last = written.people.get(id)
    const isLost = before != null && last !== undefined && last !== digestOf(before)
    return isLost ? [{ kind: 'person', name, fields: [] }] : []
  })
  return [...records, ...people]
}

/** Digests of what imports wrote last, by record and field, and by person. */
async function lastWritten(sql: Queryable, fairId: FairId) {
  const imports = await sql<{ inverse: ImportInverse }[]>`
    select inverse from imports where fair_id = ${fairId} and undone_at is null order by at, id`
  const fields = new Map<string, Map<string, string>>()
  const people = new Map<string, string>()
  for (const { inverse } of imports) {
    for (const { kind, id, after } of inverse.records) {
      const known = fields.get(`${kind}/${id}`) ?? new Map<string, string>()
      for (const [field, digest] of Object.entries(after)) known.set(field, digest)
      fields.set(`${kind}/${id}`, known)
    }
    for (const [id, { after }] of Object.entries(inverse.people)) people.set(id, after)
  }
  return { fields, people }
}
