import type { Tx } from '#server/db/client'
import { storableJson } from '#server/db/storableJson'
import type { Deps } from '#server/deps'
import { erasePeople } from '#server/services/people/erasePeople'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { type FairDocument, readPlan } from '#shared/document/fairDocument'
import type { FairId, PersonId } from '#shared/kernel/ids'
import { digestOf, type ImportInverse, type PersonContent } from './importInverse'
import { contentOf } from './peopleRows'
import type { Stays } from './undoWork'

interface Row extends PersonContent {
  id: PersonId
  /** Organisers gave it an address, an exhibitor, an account or times. */
  cared: boolean
}

export interface UndonePeople {
  restored: number
  removed: number
  stays: Stays[]
}

/** People as they were before the import, as far as nobody worked on them since. `doc`: as it is after the undo. */
export async function undoPeople(
  deps: Deps,
  tx: Tx,
  fairId: FairId,
  doc: FairDocument,
  people: ImportInverse['people'],
): Promise<UndonePeople> {
  const rows = await tx<Row[]>`
    select id, name, biography, links, guid, carried,
      email <> '' or exhibitor_id is not null or account_id is not null or availability is not null as cared
    from people where fair_id = ${fairId} and id = any(${Object.keys(people)}) order by id for update`
  const speaking = speakersOf(doc)
  const published = new Set(
    [...((await readLatestRelease(deps, fairId, tx))?.programme.talks.values() ?? [])].flatMap(
      (talk) => talk.speakerIds,
    ),
  )
  const stays: Stays[] = []
  const stay = (id: PersonId, because: Stays['because']) =>
    stays.push({ kind: 'person', id, name: '', because, fields: [] })
  const restored: (PersonContent & { id: PersonId })[] = []
  const removed: PersonId[] = []
  for (const { id, cared, ...content } of rows) {
    const { before = null, after = '' } = people[id] ?? {}
    if (digestOf(contentOf(content)) !== after) stay(id, 'changed')
    else if (before !== null) restored.push({ id, ...before })
    else if (cared) stay(id, 'changed')
    else if (speaking.has(id)) stay(id, 'used')
    // Visitors read names in rows: a talk that they see would lose its speaker.
    else if (published.has(id)) stay(id, 'published')
    else removed.push(id)
  }
  await tx`
    update people p set name = was.name, biography = was.biography, links = was.links, guid = was.guid, carried = was.carried
    from jsonb_to_recordset(${tx.json(storableJson(restored) as never)})
      as was (id text, name text, biography jsonb, links jsonb, guid text, carried jsonb)
    where p.id = was.id and p.fair_id = ${fairId}`
  await erasePeople(tx, tx`fair_id = ${fairId} and id = any(${removed})`)
  return { restored: restored.length, removed: removed.length, stays }
}

function speakersOf(doc: FairDocument): ReadonlySet<PersonId> {
  const { plan } = readPlan(doc)
  return new Set([...plan.talks.values()].filter(({ removed }) => !removed).flatMap(({ speakerIds }) => speakerIds))
}
