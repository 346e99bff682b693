import type { Deps } from '#server/deps'
import type { Patch, StoredFields } from '#shared/document/patch'
import type { FairId } from '#shared/kernel/ids'
import { createPublishedFair, editDraft, type PublishedFair, releaseNow } from './publishedFair'

/** 12 March 2027, 09:00 in Brussels, in minutes since 1970. */
export const FIRST_MORNING = Date.parse('2027-03-12T08:00:00Z') / 60_000

export const putStage = (id: string, fields: StoredFields = {}) =>
  ({
    op: 'put',
    kind: 'stages',
    id,
    fields: {
      hallId: 'hall',
      name: { nl: `Zaal ${id}`, fr: `Salle ${id}`, en: `Room ${id}` },
      place: [0, 12_000, 4000, 4000, 0],
      ...fields,
    },
  }) as const

export const putTalk = (id: string, fields: StoredFields = {}) =>
  ({ op: 'put', kind: 'talks', id, fields: { title: { nl: `Sessie ${id}` }, state: 'confirmed', ...fields } }) as const

export async function createPerson(
  deps: Deps,
  fairId: FairId,
  id: string,
  { name = `Spreker ${id}`, ...more }: { name?: string; email?: string; biography?: object; guid?: string } = {},
): Promise<void> {
  await deps.sql`insert into people (id, fair_id, name, email, biography, guid, created_at)
    values (${id}, ${fairId}, ${name}, ${more.email ?? `${id}@secret.example`}, ${deps.sql.json((more.biography ?? {}) as never)},
      ${more.guid ?? null}, '2026-11-01T10:00:00Z')`
}

/** A published fair with these records, as release 2. */
export async function createProgrammeFair(
  deps: Deps,
  patch: (fairId: FairId) => Patch | Promise<Patch>,
  options: Parameters<typeof createPublishedFair>[1] = {},
): Promise<PublishedFair> {
  const fair = await createPublishedFair(deps, options)
  await editDraft(deps, fair.fairId, await patch(fair.fairId))
  await releaseNow(deps, fair.owner, fair.fairId)
  return fair
}
