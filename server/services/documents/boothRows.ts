import { createBreather } from '#server/breather'
import type { Tx } from '#server/db/client'
import { notify } from '#server/db/notify'
import { storableJson } from '#server/db/storableJson'
import { readRecord, storedFields } from '#shared/document/fairDocument'
import type { StoredFields } from '#shared/document/patch'
import { areaOf, sizeOf } from '#shared/document/plan'
import { isId } from '#shared/kernel/ids'
import type { DecodedDocument } from './decodedDocuments'

/** A booth as claims and organisers' search need it. */
interface BoothRow {
  fair_id: string
  id: string
  hall_id: string
  number: string
  sector_id: string | null
  width_mm: number
  depth_mm: number
  area_mm2: number
  fields: StoredFields
  position: number
}

interface HallRow {
  fair_id: string
  id: string
  fields: StoredFields
}

interface Outcome {
  /** Booths that stand in a hall that is there. */
  standing: BoothRow[]
  /** The others, as far as they were looked at. */
  fallen: { fair_id: string; id: string }[]
  /** Readable halls, when any of them may have changed. */
  halls: HallRow[]
}

/** Rows a statement: what is made and sent in one go holds up whoever edits. */
const BATCH = 200

/**
 * Makes booth rows say what the documents say, as far as they changed. Only rows that differ are written.
 * Returns the booths that ceased to stand.
 */
export async function writeBoothRows(
  tx: Tx,
  documents: ReadonlyMap<string, DecodedDocument>,
): Promise<{ fairId: string; id: string }[]> {
  const breathe = createBreather()
  const outcomes: Outcome[] = []
  for (const [fairId, decoded] of documents) outcomes.push(await outcomeOf(fairId, decoded, breathe))
  const standing = outcomes.flatMap((outcome) => outcome.standing)
  const fallen = outcomes.flatMap((outcome) => outcome.fallen)
  const whole = [...documents].filter(([, decoded]) => decoded.wholly.has('booths')).map(([fairId]) => fairId)
  await writeHalls(
    tx,
    outcomes.flatMap((outcome) => outcome.halls),
  )
  if (whole.length > 0) fallen.push(...(await missingFrom(tx, whole, standing)))
  const before = await lockRows(tx, [...standing, ...fallen])
  for (let at = 0; at < standing.length; at += BATCH) await upsert(tx, standing.slice(at, at + BATCH))
  const gone = await takeAway(tx, documents, fallen)
  const stands = new Set(standing.map((row) => `${row.fair_id}/${row.id}`))
  const back = before.filter((row) => row.removed && stands.has(`${row.fairId}/${row.id}`))
  await tellStatus(tx, [...gone, ...back])
  return gone
}

async function outcomeOf(
  fairId: string,
  { doc, position, touched, wholly }: DecodedDocument,
  breathe: () => Promise<void>,
): Promise<Outcome> {
  const all = wholly.has('booths')
  const outcome: Outcome = { standing: [], fallen: [], halls: [] }
  const halls = new Map<string, boolean>()
  const isHall = (id: string) => {
    const known = halls.get(id) ?? readRecord(doc, 'halls', id)?.ok === true
    halls.set(id, known)
    return known
  }
  const booths = all ? doc.getMap('booths').keys() : touched.booths
  for (const id of booths) {
    await breathe()
    // No row was ever written under such a key, nor could one be asked for.
    if (!isId(id)) continue
    const read = readRecord(doc, 'booths', id)
    const fields = storedFields(doc, { kind: 'booths', id })
    if (!read?.ok || !fields || read.record.removed || !isHall(read.record.hallId)) {
      outcome.fallen.push({ fair_id: fairId, id })
      continue
    }
    const { hallId, number, sectorId } = read.record
    const { widthMm, depthMm } = sizeOf(read.record)
    const area = Math.round(areaOf(read.record))
    outcome.standing.push({
      fair_id: fairId,
      id,
      hall_id: hallId,
      number,
      sector_id: sectorId,
      width_mm: widthMm,
      depth_mm: depthMm,
      area_mm2: area,
      fields,
      position,
    })
  }
  if (all) {
    for (const id of doc.getMap('halls').keys()) {
      const fields = isHall(id) ? storedFields(doc, { kind: 'halls', id }) : null
      if (fields) outcome.halls.push({ fair_id: fairId, id, fields })
    }
  }
  return outcome
}

/** Booths that have a row but no record any more. */
async function missingFrom(tx: Tx, fairIds: string[], standing: BoothRow[]) {
  const rows = await tx<{ fair_id: string; id: string }[]>`
    select fair_id, id from booths where fair_id = any(${fairIds}) and not removed`
  const there = new Set(standing.map((row) => `${row.fair_id}/${row.id}`))
  return rows.filter((row) => !there.has(`${row.fair_id}/${row.id}`))
}

/** In the order in which claims lock booths, so that nobody waits in a circle. */
const lockRows = (tx: Tx, rows: { fair_id: string; id: string }[]) => tx<
  { fairId: string; id: string; removed: boolean }[]
>`
  select fair_id as "fairId", id, removed from booths where (fair_id, id) in (select * from unnest(
    ${rows.map((row) => row.fair_id)}::text[], ${rows.map((row) => row.id)}::text[]))
  order by fair_id, id for no key update`

const upsert = (tx: Tx, rows: BoothRow[]) => tx`
  insert into booths (fair_id, id, hall_id, number, sector_id, width_mm, depth_mm, area_mm2, fields, position)
  select fair_id, id, hall_id, number, sector_id, width_mm, depth_mm, area_mm2, fields, position
  from jsonb_to_recordset(${tx.json(storableJson(rows) as never)}) as row (fair_id text, id text, hall_id text, number text,
    sector_id text, width_mm integer, depth_mm integer, area_mm2 bigint, fields jsonb, position bigint)
  order by fair_id, id
  on conflict (fair_id, id) do update set hall_id = excluded.hall_id, number = excluded.number,
    sector_id = excluded.sector_id, width_mm = excluded.width_mm, depth_mm = excluded.depth_mm,
    area_mm2 = excluded.area_mm2, fields = excluded.fields, position = excluded.position, removed = false
  where booths.removed or booths.fields <> excluded.fields`

async function takeAway(
  tx: Tx,
  documents: ReadonlyMap<string, DecodedDocument>,
  fallen: { fair_id: string; id: string }[],
): Promise<{ fairId: string; id: string }[]> {
  if (fallen.length === 0) return []
  const positions = fallen.map((row) => documents.get(row.fair_id)?.position ?? 0)
  return await tx<{ fairId: string; id: string }[]>`
    update booths b set removed = true, position = gone.position
    from unnest(${fallen.map((row) => row.fair_id)}::text[], ${fallen.map((row) => row.id)}::text[],
      ${positions}::bigint[]) as gone (fair_id, id, position)
    where b.fair_id = gone.fair_id and b.id = gone.id and not b.removed
    returning b.fair_id as "fairId", b.id`
}

/** Whoever looks at the released plan sees at once that a booth went from the draft, or came back. */
async function tellStatus(tx: Tx, booths: { fairId: string; id: string }[]): Promise<void> {
  if (booths.length === 0) return
  await tx`
    update booths b set claim_version = claim_version + 1
    from unnest(${booths.map((row) => row.fairId)}::text[], ${booths.map((row) => row.id)}::text[]) as told (fair_id, id)
    where b.fair_id = told.fair_id and b.id = told.id`
  for (const { fairId, id } of booths) await notify(tx, 'booth_status', { fairId, boothId: id })
}

async function writeHalls(tx: Tx, rows: HallRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx`
    insert into halls (fair_id, id, fields)
    select fair_id, id, fields from jsonb_to_recordset(${tx.json(storableJson(rows) as never)})
      as row (fair_id text, id text, fields jsonb)
    on conflict (fair_id, id) do update set fields = excluded.fields where halls.fields <> excluded.fields`
}
