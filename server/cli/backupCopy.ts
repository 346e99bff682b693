import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Tx } from '#server/db/client'
import { quoted, type TableShape } from './backupTables'

const columnList = ({ columns }: TableShape): string => columns.map(quoted).join(', ')

/**
 * The rows of a table as COPY's text, each chunk one row. Whoever stops before the end waits until the server has stopped too
 * (`cancel` tells it to): nothing else can be asked of the connection before.
 */
export async function* copyOut(tx: Tx, table: TableShape, cancel: () => Promise<unknown>): AsyncGenerator<Buffer> {
  const rows = await tx.unsafe(`copy ${quoted(table.name)} (${columnList(table)}) to stdout`).readable()
  const closed = new Promise<void>((resolve) => rows.once('close', resolve))
  try {
    for await (const row of rows.iterator({ destroyOnReturn: false })) yield row as Buffer
  } finally {
    if (!rows.readableEnded && !rows.destroyed) {
      // The server's word that it was cancelled.
      rows.on('error', () => {})
      rows.resume()
      await cancel()
      await closed
    }
    // The driver (postgres.js 3.4.9) stops reading from the server while rows wait, and goes on when the stream asks for more: one
    // that has ended never does, and the next query would get no answer.
    if (rows.readableEnded || wasCancelled(rows.errored)) rows._read(0)
  }
}

const wasCancelled = (error: Error | null): boolean => error !== null && 'code' in error && error.code === '57014'

export interface TableLoader {
  write(chunk: Buffer): Promise<void>
  /** Resolves once the server has taken all rows. */
  end(): Promise<void>
  /** Tells the server to forget them. */
  abandon(): void
}

/** Loads rows of COPY's text into a table. */
export async function copyIn(tx: Tx, table: TableShape): Promise<TableLoader> {
  const query = tx.unsafe(`copy ${quoted(table.name)} (${columnList(table)}) from stdin`)
  const stream = await query.writable()
  let refuse: (error: unknown) => void = () => {}
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject
  })
  refused.catch(() => {})
  stream.on('error', refuse)
  // What the server says after the last row, the driver (postgres.js 3.4.9) tells the query only, which was answered long ago with
  // the stream: the stream would wait for ever.
  Object.assign(query, { reject: refuse })
  return {
    write: async (chunk) => {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), refused])
    },
    end: async () => {
      stream.end()
      await Promise.race([finished(stream), refused])
    },
    abandon: () => void stream.destroy(new Error('given up')),
  }
}
