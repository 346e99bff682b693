import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { loadStanding } from '#server/services/access/standing'
import { type FairDetails, fairColumns } from '#server/services/fairs/fairRow'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import { can } from '#shared/access/can'
import type { Actor, FairStanding } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'
import type { ReleasedPlan } from '#shared/plan/release'

export interface DeskExhibitor {
  id: ExhibitorId
  name: string
  sectorIds: string[]
}

/** What all pages for exhibitors of a fair stand on. */
export interface ExhibitorDesk {
  fair: Pick<
    FairDetails,
    | 'id'
    | 'slug'
    | 'name'
    | 'timeZone'
    | 'boothLimit'
    | 'holdHours'
    | 'openForExhibitors'
    | 'proposalsOpen'
    | 'votingOpen'
    | 'demo'
  >
  reader: { signedIn: boolean; organiser: boolean; mayJoin: boolean }
  /** Those that the reader acts for, by name. */
  exhibitors: DeskExhibitor[]
  /** Whom exhibitors ask: the fair's owners. Empty for others. */
  organisers: { name: string; email: string }[]
  /** Null: nothing is published. */
  release: ReleasedPlan | null
}

/**
 * For whoever takes part or may: before the first release too, since people sign up earlier than plans are drawn.
 * Errors: NOT_FOUND, also for a fair that is neither public nor open to this reader.
 */
export const exhibitorDesk =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<ExhibitorDesk> => {
    const standing = await loadStanding(deps.sql, actor, { slug })
    if (!standing || !maySeeDesk(actor, standing))
      throw new AppError('NOT_FOUND', { detail: 'no fair to take part in' })
    const { fairId } = standing
    const [fair] = await deps.sql<FairDetails[]>`select ${fairColumns(deps.sql)} from fairs f where f.id = ${fairId}`
    if (!fair) throw new AppError('NOT_FOUND', { detail: 'fair went away' })
    const takesPart = standing.role !== null
    return {
      fair,
      reader: {
        signedIn: actor.accountId !== null,
        organiser: can(actor, 'fair:organise', { fair: standing }),
        mayJoin: can(actor, 'exhibitor:join', { fair: standing }),
      },
      exhibitors: await ownExhibitors(deps.sql, standing),
      organisers: takesPart ? await ownersOf(deps.sql, fairId) : [],
      release: await readLatestRelease(deps, fairId),
    }
  }

const maySeeDesk = (actor: Actor, fair: FairStanding): boolean =>
  can(actor, 'fair:view', { fair }) ||
  (!fair.archived && (fair.exhibitorIds.length > 0 || (fair.openForExhibitors && (!actor.demo || fair.demo))))

const ownExhibitors = async (sql: Queryable, { fairId, exhibitorIds }: FairStanding): Promise<DeskExhibitor[]> => [
  ...(await sql<DeskExhibitor[]>`
    select id, name, sector_ids as "sectorIds" from exhibitors
    where fair_id = ${fairId} and id = any(${[...exhibitorIds]}) order by name collate natural_order, id`),
]

const ownersOf = async (sql: Queryable, fairId: FairId) => [
  ...(await sql<{ name: string; email: string }[]>`
    select a.name, a.email from memberships m join accounts a on a.id = m.account_id
    where m.fair_id = ${fairId} and m.role = 'owner' order by m.created_at, a.id`),
]
