import * as Y from 'yjs'
import { createBreather } from '#server/breather'
import type { Tx } from '#server/db/client'
import { type FairDocument, observeRecords } from '#shared/document/fairDocument'
import type { RecordKind } from '#shared/document/records'
import { groupBy } from '#shared/kernel/groupBy'
import { loadDocument } from './loadDocument'

/** Long enough to span the pauses of people who draw, short enough to give the memory back over lunch. */
const IDLE_MS = 60_000

/** Edits that are applied in one go: others who edit wait meanwhile. */
const PIECE = 100

/** Kinds of record that have rows. */
const PROJECTED = ['booths', 'talks'] as const satisfies readonly RecordKind[]
export type ProjectedKind = (typeof PROJECTED)[number]
const isProjected = (kind: RecordKind): kind is ProjectedKind => (PROJECTED as readonly RecordKind[]).includes(kind)

export interface DecodedDocument {
  readonly doc: FairDocument
  /** Position of the last log row in it. */
  position: number
  /** Records that changed since the projection last took them. */
  readonly touched: Readonly<Record<ProjectedKind, Set<string>>>
  /** Kinds of which every record is to be looked at: the document was just loaded, or, for booths, a hall came or went. */
  readonly wholly: Set<ProjectedKind>
}

/**
 * Documents kept decoded while they are being worked on, so that following the log costs what is new in it.
 * Whoever uses one does so in `exclusive`, holding the fair's projection lock.
 */
export function createDecodedDocuments() {
  const kept = new Map<string, DecodedDocument & { idle: NodeJS.Timeout }>()

  let last: Promise<unknown> = Promise.resolve()

  /** One after the other within this process: what a failed transaction leaves behind is dropped before the next looks. */
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  const drop = (fairId: string) => {
    const decoded = kept.get(fairId)
    if (!decoded) return
    clearTimeout(decoded.idle)
    kept.delete(fairId)
    decoded.doc.destroy()
  }

  const open = async (tx: Tx, fairId: string) => {
    const { doc, position } = await loadDocument(tx, fairId)
    const idle = setTimeout(() => drop(fairId), IDLE_MS).unref()
    const touched = { booths: new Set<string>(), talks: new Set<string>() }
    const decoded = { doc, position, touched, wholly: new Set(PROJECTED), idle }
    observeRecords(doc, (records) => {
      for (const { kind, id } of records) {
        if (isProjected(kind)) touched[kind].add(id)
        if (kind === 'halls') decoded.wholly.add('booths')
      }
    })
    kept.set(fairId, decoded)
  }

  /** The documents as the log has them by now. */
  const bring = async (tx: Tx, fairIds: readonly string[]): Promise<Map<string, DecodedDocument>> => {
    const warm = fairIds.filter((id) => kept.has(id))
    // None may go while it is brought up to date.
    for (const id of warm) kept.get(id)?.idle.refresh()
    const after = warm.map((id) => kept.get(id)?.position ?? 0)
    for (const id of fairIds) if (!kept.has(id)) await open(tx, id)
    if (warm.length > 0) {
      const breathe = createBreather()
      const rows = await tx<{ fair_id: string; position: number; update_bytes: Uint8Array }[]>`
        select l.fair_id, l.position, l.update_bytes
        from unnest(${warm}::text[], ${after}::bigint[]) as have (fair_id, position)
        join document_log l on l.fair_id = have.fair_id and l.position > have.position
        order by l.fair_id, l.position`
      for (const [fairId, news] of groupBy(rows, (row) => row.fair_id)) {
        const decoded = kept.get(fairId)
        if (!decoded) continue
        for (let at = 0; at < news.length; at += PIECE) {
          await breathe()
          // Together: most of what applying an edit costs is the transaction around it.
          decoded.doc.transact(() => {
            for (const { update_bytes } of news.slice(at, at + PIECE)) Y.applyUpdate(decoded.doc, update_bytes)
          })
        }
        decoded.position = news.at(-1)?.position ?? decoded.position
      }
    }
    return new Map(
      fairIds.flatMap((id) => {
        const decoded = kept.get(id)
        decoded?.idle.refresh()
        return decoded ? [[id, decoded] as const] : []
      }),
    )
  }

  return { exclusive, bring, drop }
}

export type DecodedDocuments = ReturnType<typeof createDecodedDocuments>
