import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Sql } from '#server/db/client'
import { createFairDocument, type FairDocument, readRecord, storedFields } from '#shared/document/fairDocument'
import { contentOf } from '#tests/helpers/syncClients'

/** Reads along in the log, row by row, and knows what is on disk. Never leans on snapshots. */
export class Witness {
  readonly doc: FairDocument = createFairDocument()
  position = 0
  private brought = 0

  constructor(
    private readonly sql: Sql,
    private readonly fairId: string,
  ) {
    this.doc.on('update', () => this.brought++)
  }

  async readOn(): Promise<void> {
    const rows = await this.sql<{ position: number; bytes: Uint8Array }[]>`
      select position, update_bytes as bytes from document_log
      where fair_id = ${this.fairId} and position > ${this.position} order by position`
    for (const { position, bytes } of rows) {
      expect(position, 'positions have no gap').toBe(this.position + 1)
      Y.applyUpdate(this.doc, bytes)
      this.position = position
    }
    expect(this.doc.store.pendingStructs, 'no row builds on what is not there').toBe(null)
  }

  /** How many of these updates hold anything that is not on disk, structs or deletions. */
  lacking(updates: readonly Uint8Array[]): number {
    this.brought = 0
    for (const update of updates) Y.applyUpdate(this.doc, update)
    return this.brought + (this.doc.store.pendingStructs ? 1 : 0)
  }

  /** Booth and talk rows say what the document says, no more and no less. */
  async expectRows(): Promise<void> {
    const { sql, fairId, doc } = this
    const [fair] = await sql`select log_position, projected_position from fairs where id = ${fairId}`
    expect(fair).toEqual({ log_position: this.position, projected_position: this.position })
    const booths = await sql`select id, hall_id, number, fields from booths where fair_id = ${fairId} and not removed`
    const talks = await sql`select id, title, state, fields from talks where fair_id = ${fairId} and not removed`
    expect(byId(booths)).toEqual(standingBooths(doc))
    expect(byId(talks)).toEqual(heldTalks(doc))
  }

  expectSame(other: FairDocument): void {
    expect(known(other)).toEqual(known(this.doc))
    expect(contentOf(other)).toEqual(contentOf(this.doc))
  }
}

const known = (doc: FairDocument) => Y.decodeStateVector(Y.encodeStateVector(doc))

const byId = (rows: readonly object[]) =>
  Object.fromEntries(rows.map((row) => [(row as { id: string }).id, { ...row }]))

function standingBooths(doc: FairDocument) {
  const rows = [...doc.getMap('booths').keys()].flatMap((id) => {
    const read = readRecord(doc, 'booths', id)
    if (!read?.ok || read.record.removed || !readRecord(doc, 'halls', read.record.hallId)?.ok) return []
    const { hallId, number } = read.record
    return [{ id, hall_id: hallId, number, fields: storedFields(doc, { kind: 'booths', id }) }]
  })
  return byId(rows)
}

function heldTalks(doc: FairDocument) {
  const rows = [...doc.getMap('talks').keys()].flatMap((id) => {
    const read = readRecord(doc, 'talks', id)
    if (!read?.ok || read.record.removed) return []
    const { title, state } = read.record
    return [{ id, title, state, fields: storedFields(doc, { kind: 'talks', id }) }]
  })
  return byId(rows)
}
