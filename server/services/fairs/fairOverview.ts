import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { BOOTH_STATUSES, type BoothStatus } from '#shared/claims/status'
import { AppError } from '#shared/kernel/errors'
import { requireStanding } from '../access/standing'
import { loadPlan } from '../documents/loadDocument'

/** What a new fair needs, in the order in which it is done. */
export const SETUP_STEPS = ['hours', 'booths', 'sectors', 'team', 'exhibitors', 'release'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

export interface FairOverview {
  booths: Record<BoothStatus, number>
  boothTotal: number
  exhibitors: number
  /** Exhibitors without a booth held, claimed or confirmed. */
  exhibitorsWithout: number
  openClaims: number
  team: number
  release: { number: number; publishedAt: Date } | null
  /** Log rows since that release: 0 means that visitors see the plan as it is. */
  changesSinceRelease: number
  /** Records that no reader can use, and booths without a sector. */
  problems: { malformed: number; boothsWithoutSector: number }
  setup: { step: SetupStep; done: boolean }[]
}

interface CountsRow {
  exhibitors: number
  exhibitorsWithout: number
  openClaims: number
  team: number
  hours: boolean
  logPosition: number
  releaseNumber: number | null
  publishedAt: Date | null
  releasePosition: number | null
}

/** The state of a fair in figures, and what to do first. Errors: those of standing. */
export const fairOverview =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<FairOverview> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const now = deps.clock.now()
    const [[counts], statuses, { plan, malformed }] = await Promise.all([
      deps.sql<CountsRow[]>`
        select
          (select count(*)::int from exhibitors e where e.fair_id = f.id and e.archived_at is null) as exhibitors,
          (select count(*)::int from exhibitors e where e.fair_id = f.id and e.archived_at is null and not exists (
            select from claims c where c.exhibitor_id = e.id and (c.state in ('claimed', 'confirmed')
              or (c.state = 'held' and c.expires_at > ${now})))) as "exhibitorsWithout",
          (select count(*)::int from claims c where c.fair_id = f.id and c.state = 'claimed') as "openClaims",
          (select count(*)::int from memberships m where m.fair_id = f.id) as team,
          jsonb_array_length(f.opening_hours) > 0 as hours, f.log_position as "logPosition",
          r.number as "releaseNumber", r.published_at as "publishedAt", r.log_position as "releasePosition"
        from fairs f left join lateral (
          select number, published_at, log_position from releases r
          where r.fair_id = f.id and r.withdrawn_at is null order by number desc limit 1
        ) r on true
        where f.id = ${fairId}`,
      deps.sql<{ status: BoothStatus; count: number }[]>`
        select coalesce(c.state, case when b.blocked_at is not null then 'blocked' else 'available' end) as status,
          count(*)::int as count
        from booths b left join claims c on c.fair_id = b.fair_id and c.booth_id = b.id
          and (c.state in ('claimed', 'confirmed') or (c.state = 'held' and c.expires_at > ${now}))
        where b.fair_id = ${fairId} and not b.removed group by 1`,
      loadPlan(deps.sql, fairId),
    ])
    if (!counts) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
    const standing = [...plan.booths.values()].filter((booth) => !booth.removed)
    const booths = Object.fromEntries(BOOTH_STATUSES.map((status) => [status, 0])) as Record<BoothStatus, number>
    for (const { status, count } of statuses) booths[status] = count
    const boothsWithoutSector = standing.filter((booth) => booth.sectorId === null).length
    const { releaseNumber, publishedAt, releasePosition, logPosition, hours, ...figures } = counts
    const done: Record<SetupStep, boolean> = {
      hours,
      booths: standing.length > 0,
      sectors: standing.length > 0 && boothsWithoutSector < standing.length,
      team: figures.team > 1,
      exhibitors: figures.exhibitors > 0,
      release: releaseNumber !== null,
    }
    return {
      ...figures,
      booths,
      boothTotal: standing.length,
      release: releaseNumber !== null && publishedAt !== null ? { number: releaseNumber, publishedAt } : null,
      changesSinceRelease: releasePosition === null ? 0 : Math.max(0, logPosition - releasePosition),
      problems: { malformed: malformed.length, boothsWithoutSector },
      setup: SETUP_STEPS.map((step) => ({ step, done: done[step] })),
    }
  }
