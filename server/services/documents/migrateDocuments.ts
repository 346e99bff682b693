import * as Y from 'yjs'
import type { Sql } from '#server/db/client'
import type { Deps } from '#server/deps'
import { applyPatch, type FairDocument, ORIGIN, setSchemaVersion, storedRecords } from '#shared/document/fairDocument'
import { DOCUMENT_MIGRATIONS, type DocumentMigration } from '#shared/document/migrations'
import type { FairId } from '#shared/kernel/ids'
import { appendUpdate } from './appendUpdate'
import { loadDocument } from './loadDocument'

/**
 * Brings the documents of all fairs to this version's layout before anybody is let in: one update of the server in each fair's
 * log, in the same transaction as its version. A fair that is already there is left alone, so that any number of processes may
 * start at once. Returns how many were behind.
 */
export async function migrateDocuments(
  { sql }: Pick<Deps, 'sql'>,
  migrations: readonly DocumentMigration[] = DOCUMENT_MIGRATIONS,
): Promise<number> {
  const target = migrations.length + 1
  const behind = await sql<{ id: FairId }[]>`select id from fairs where schema_version < ${target} order by id`
  let migrated = 0
  for (const { id } of behind) if (await migrateFair(sql, id, migrations)) migrated++
  return migrated
}

async function migrateFair(sql: Sql, fairId: FairId, migrations: readonly DocumentMigration[]): Promise<boolean> {
  return await sql.begin(async (tx) => {
    const [fair] = await tx<{ version: number }[]>`
      select schema_version as version from fairs where id = ${fairId} for no key update`
    if (!fair || fair.version > migrations.length) return false
    const { doc } = await loadDocument(tx, fairId)
    try {
      const before = Y.encodeStateVector(doc)
      advance(doc, migrations.slice(fair.version - 1))
      setSchemaVersion(doc, migrations.length + 1)
      await appendUpdate(tx, { fairId, bytes: Y.encodeStateAsUpdate(doc, before), accountId: null })
    } finally {
      doc.destroy()
    }
    await tx`update fairs set schema_version = ${migrations.length + 1} where id = ${fairId}`
    return true
  })
}

function advance(doc: FairDocument, migrations: readonly DocumentMigration[]): void {
  for (const migrate of migrations) applyPatch(doc, migrate(storedRecords(doc)), ORIGIN.system)
}
