import type { Deps } from '#server/deps'
import { readVisitedFair, type VisitedFair } from '#server/services/visit/visitedFair'
import type { Actor } from '#shared/access/roles'
import type { FairId } from '#shared/kernel/ids'
import type { ReleaseChanges } from '#shared/plan/queries/releaseChanges'
import type { ReleasedPlan } from '#shared/plan/release'
import { changesOf } from './keptChanges'

export interface PublishedChanges extends ReleaseChanges {
  number: number
  note: string
  publishedAt: Date
}

export interface FairChanges {
  fair: VisitedFair
  /** What visitors see now; null before the first release. */
  latest: ReleasedPlan | null
  /** The newest first; withdrawn releases never were. */
  releases: PublishedChanges[]
  /** Starting at 1. */
  page: number
  pages: number
  /** When this list last changed, also by a withdrawal; null before the first release. */
  changedAt: Date | null
}

export interface FairChangesInput {
  slug: string
  page?: number
  /** Releases on a page. */
  size: number
}

/** What changed from release to release, for everyone. A page beyond the last is the last. Errors: NOT_FOUND. */
export const fairChanges =
  (deps: Deps) =>
  async (actor: Actor, { slug, page = 1, size }: FairChangesInput): Promise<FairChanges> => {
    const { fair, release: latest } = await readVisitedFair(deps, actor, { slug })
    const { count, changedAt } = await countReleases(deps, fair.id)
    const pages = Math.max(1, Math.ceil(count / size))
    const shown = Math.min(Math.max(1, page), pages)
    // One more than is shown: the last is compared with it.
    const rows = await deps.sql<Pick<PublishedChanges, 'number' | 'note' | 'publishedAt'>[]>`
      select number, note, published_at as "publishedAt" from releases
      where fair_id = ${fair.id} and withdrawn_at is null order by number desc
      limit ${size + 1} offset ${(shown - 1) * size}`
    const listed = rows.slice(0, size)
    const numbers = listed.map(({ number }) => number)
    const changes = await changesOf(deps, fair.id, numbers, rows[size]?.number ?? null)
    const releases = listed.flatMap((row, index) => {
      const found = changes[index]
      return found ? [{ ...row, ...found }] : []
    })
    return { fair, latest, releases, page: shown, pages, changedAt }
  }

async function countReleases(deps: Deps, fairId: FairId): Promise<{ count: number; changedAt: Date | null }> {
  const [row] = await deps.sql<{ count: number; changedAt: Date | null }[]>`
    select (count(*) filter (where withdrawn_at is null))::int as count,
      max(greatest(published_at, withdrawn_at)) as "changedAt"
    from releases where fair_id = ${fairId}`
  return row ?? { count: 0, changedAt: null }
}
