import { createBreather } from '#server/breather'
import type { Tx } from '#server/db/client'
import { storableJson } from '#server/db/storableJson'
import { readRecord, storedFields } from '#shared/document/fairDocument'
import type { StoredFields } from '#shared/document/patch'
import { isId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { DecodedDocument } from './decodedDocuments'

/** A talk as sign-ups and organisers' search need it. */
interface TalkRow {
  fair_id: string
  id: string
  title: LocalText
  kind: string
  state: string
  sector_id: string | null
  speaker_ids: readonly string[]
  fields: StoredFields
  position: number
}

interface TalkKey {
  fair_id: string
  id: string
  position: number
}

interface Outcome {
  readable: TalkRow[]
  /** Removed, deleted or unreadable ones, as far as they were looked at. */
  gone: TalkKey[]
}

/** Rows a statement: what is made and sent in one go holds up whoever edits. */
const BATCH = 200

/** Makes talk rows say what the documents say, as far as they changed. A talk that goes keeps its last readable row, flagged. */
export async function writeTalkRows(tx: Tx, documents: ReadonlyMap<string, DecodedDocument>): Promise<void> {
  const breathe = createBreather()
  const outcomes: Outcome[] = []
  for (const [fairId, decoded] of documents) outcomes.push(await outcomeOf(fairId, decoded, breathe))
  const readable = outcomes.flatMap((outcome) => outcome.readable)
  const gone = outcomes.flatMap((outcome) => outcome.gone)
  const whole = [...documents].filter(([, decoded]) => decoded.wholly.has('talks'))
  for (const [fairId, { position }] of whole) gone.push(...(await missingFrom(tx, fairId, position, readable)))
  for (let at = 0; at < readable.length; at += BATCH) await upsert(tx, readable.slice(at, at + BATCH))
  if (gone.length > 0) await flagAsRemoved(tx, gone)
}

async function outcomeOf(
  fairId: string,
  { doc, position, touched, wholly }: DecodedDocument,
  breathe: () => Promise<void>,
): Promise<Outcome> {
  const outcome: Outcome = { readable: [], gone: [] }
  for (const id of wholly.has('talks') ? doc.getMap('talks').keys() : touched.talks) {
    await breathe()
    // No row was ever written under such a key, nor could one be asked for.
    if (!isId(id)) continue
    const read = readRecord(doc, 'talks', id)
    const fields = storedFields(doc, { kind: 'talks', id })
    if (!read?.ok || !fields || read.record.removed) {
      outcome.gone.push({ fair_id: fairId, id, position })
      continue
    }
    const { title, kind, state, sectorId, speakerIds } = read.record
    outcome.readable.push({
      fair_id: fairId,
      id,
      title,
      kind,
      state,
      sector_id: sectorId,
      speaker_ids: speakerIds,
      fields,
      position,
    })
  }
  return outcome
}

/** Talks that have a row but no record any more. */
async function missingFrom(tx: Tx, fairId: string, position: number, readable: TalkRow[]): Promise<TalkKey[]> {
  const there = new Set(readable.filter((row) => row.fair_id === fairId).map((row) => row.id))
  const rows = await tx<{ id: string }[]>`select id from talks where fair_id = ${fairId} and not removed`
  return rows.flatMap(({ id }) => (there.has(id) ? [] : [{ fair_id: fairId, id, position }]))
}

const upsert = (tx: Tx, rows: TalkRow[]) => tx`
  insert into talks (fair_id, id, title, kind, state, sector_id, speaker_ids, fields, position)
  select fair_id, id, title, kind, state, sector_id,
    array(select jsonb_array_elements_text(speaker_ids)), fields, position
  from jsonb_to_recordset(${tx.json(storableJson(rows) as never)}) as row (fair_id text, id text, title jsonb, kind text,
    state text, sector_id text, speaker_ids jsonb, fields jsonb, position bigint)
  order by fair_id, id
  on conflict (fair_id, id) do update set title = excluded.title, kind = excluded.kind, state = excluded.state,
    sector_id = excluded.sector_id, speaker_ids = excluded.speaker_ids, fields = excluded.fields,
    position = excluded.position, removed = false
  where talks.removed or talks.fields <> excluded.fields`

const flagAsRemoved = (tx: Tx, gone: readonly TalkKey[]) => tx`
  update talks t set removed = true, position = gone.position
  from (select * from jsonb_to_recordset(${tx.json(gone as never)}) as row (fair_id text, id text, position bigint)
    order by fair_id, id) as gone
  where t.fair_id = gone.fair_id and t.id = gone.id and not t.removed`
