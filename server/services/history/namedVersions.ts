import { z } from 'zod'
import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { NamedVersion } from '#shared/history/types'
import { AppError } from '#shared/kernel/errors'
import { type FairId, newId } from '#shared/kernel/ids'
import { line } from '#shared/kernel/text'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireStanding } from '../access/standing'
import { writeAudit } from '../access/writeAudit'
import { readAuthors } from './authors'
import { findMoment } from './logTimes'
import { positionSchema } from './readVersion'

export const MAX_VERSION_NAME = 80
/** Far more than anyone can find their way among; the list is shown whole. */
const MAX_VERSIONS = 1000

const nameSchema = z.object({ name: line(MAX_VERSION_NAME) })
const newVersionSchema = nameSchema.extend({ position: positionSchema })

/** All of a fair's, the latest moment first; several of one moment in the order in which they were named. */
export async function readNamedVersions(sql: Queryable, fairId: FairId, id?: string): Promise<NamedVersion[]> {
  const rows = await sql<
    { id: string; position: number; name: string; at: Date | null; by: string | null; on: Date }[]
  >`
    select v.id, v.position, v.name, l.at, v.named_by as by, v.named_at as on
    from named_versions v left join document_log l on l.fair_id = v.fair_id and l.position = v.position
    where v.fair_id = ${fairId} ${id === undefined ? sql`` : sql`and v.id = ${id}`}
    order by v.position desc, v.named_at, v.id`
  const authorOf = await readAuthors(
    sql,
    rows.map((row) => row.by),
  )
  return rows.map(({ id, position, name, at, by, on }) => ({
    ...{ id, position, name },
    at: at?.toISOString() ?? null,
    namedBy: authorOf(by),
    namedAt: on.toISOString(),
  }))
}

/**
 * Gives a moment a name. The same name for the same moment twice is one; otherwise names need not differ.
 * Errors: those of standing, NOT_FOUND, INVALID.
 */
export const nameVersion =
  (deps: Deps) =>
  async (
    actor: Actor,
    { fairId, ...input }: { fairId: FairId; position: number; name: string },
  ): Promise<NamedVersion> =>
    await deps.sql.begin(async (tx) => {
      await requireStanding(tx, actor, { id: fairId }, 'plan:edit')
      const { position, name } = parseOrInvalid(newVersionSchema, input)
      await findMoment(tx, fairId, { position })
      const [tally] = await tx<{ count: number }[]>`select count(*) from named_versions where fair_id = ${fairId}`
      if (tally && tally.count >= MAX_VERSIONS)
        throw new AppError('INVALID', { fields: [{ path: 'name', code: 'tooBig', params: { max: MAX_VERSIONS } }] })
      const id = newId(deps.randomBytes)
      const at = deps.clock.now()
      const added = await tx`
        insert into named_versions (id, fair_id, position, name, named_by, named_at)
        values (${id}, ${fairId}, ${position}, ${name}, ${actor.accountId}, ${at})
        on conflict (fair_id, position, name) do nothing returning id`
      if (added.length > 0)
        await writeAudit(tx, {
          ...{ fairId, accountId: actor.accountId, action: 'version.named', subject: id, at },
          details: { position },
        })
      const [same] = await tx<{ id: string }[]>`
        select id from named_versions where fair_id = ${fairId} and position = ${position} and name = ${name}`
      return await oneVersion(tx, fairId, same?.id ?? id)
    })

/** Errors: those of standing, NOT_FOUND, INVALID (also where the moment has that name already). */
export const renameVersion =
  (deps: Deps) =>
  async (actor: Actor, input: { fairId: FairId; versionId: string; name: string }): Promise<NamedVersion> =>
    await deps.sql.begin(async (tx) => {
      const { fairId, versionId } = input
      await requireStanding(tx, actor, { id: fairId }, 'plan:edit')
      const { name } = parseOrInvalid(nameSchema, { name: input.name })
      const before = await oneVersion(tx, fairId, versionId)
      if (before.name === name) return before
      const [taken] = await tx`
        select from named_versions where fair_id = ${fairId} and position = ${before.position} and name = ${name}`
      if (taken) throw new AppError('INVALID', { fields: [{ path: 'name', code: 'choice' }] })
      await tx`update named_versions set name = ${name} where fair_id = ${fairId} and id = ${versionId}`
      await writeAudit(tx, {
        ...{ fairId, accountId: actor.accountId, action: 'version.renamed', subject: versionId, at: deps.clock.now() },
      })
      return await oneVersion(tx, fairId, versionId)
    })

/** Takes the name away; the moment stays. Removing it again does nothing. Errors: those of standing. */
export const removeVersion =
  (deps: Deps) =>
  async (actor: Actor, { fairId, versionId }: { fairId: FairId; versionId: string }): Promise<void> =>
    await deps.sql.begin(async (tx) => {
      await requireStanding(tx, actor, { id: fairId }, 'plan:edit')
      const gone = await tx`
        delete from named_versions where fair_id = ${fairId} and id = ${versionId} returning id`
      if (gone.length === 0) return
      await writeAudit(tx, {
        ...{ fairId, accountId: actor.accountId, action: 'version.removed', subject: versionId, at: deps.clock.now() },
      })
    })

async function oneVersion(sql: Queryable, fairId: FairId, id: string): Promise<NamedVersion> {
  const [version] = await readNamedVersions(sql, fairId, id)
  if (!version) throw new AppError('NOT_FOUND', { detail: 'no such version' })
  return version
}
