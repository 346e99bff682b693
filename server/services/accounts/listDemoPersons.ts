import type { Deps } from '#server/deps'
import type { ActiveClaimState } from '#shared/claims/status'
import { AppError } from '#shared/kernel/errors'
import { DEMO_PERSONS, DEMO_ROLES, type DemoRole } from './enterDemo'

export interface DemoPersonInfo {
  role: DemoRole
  n: number
  /** Null until somebody has been this person. */
  name: string | null
  /** For exhibitors: the booth they have, and how far they are with it. */
  booth: { number: string; state: ActiveClaimState } | null
}

/** Everybody whom one can be in the demo. Errors: NOT_FOUND outside demo mode. */
export const listDemoPersons = (deps: Deps) => async (): Promise<DemoPersonInfo[]> => {
  if (!deps.demo) throw new AppError('NOT_FOUND', { detail: 'no demo here' })
  const rows = await deps.sql<{ id: string; name: string; number: string | null; state: ActiveClaimState | null }[]>`
      select a.id, coalesce(mine.name, a.name) as name, mine.number, mine.state
      from accounts a left join lateral (
        select e.name, b.number, c.state
        from exhibitor_accounts ea join exhibitors e on e.id = ea.exhibitor_id join fairs f on f.id = e.fair_id
          left join claims c on c.exhibitor_id = e.id and (c.state in ('claimed', 'confirmed')
            or (c.state = 'held' and c.expires_at > ${deps.clock.now()}))
          left join booths b on b.fair_id = c.fair_id and b.id = c.booth_id
        where ea.account_id = a.id and f.demo and f.archived_at is null and e.archived_at is null
        order by c.created_at nulls last limit 1
      ) mine on true
      where a.demo`
  const known = new Map(rows.map((row) => [row.id, row]))
  return DEMO_ROLES.flatMap((role) =>
    Array.from({ length: DEMO_PERSONS }, (_, index) => {
      const person = known.get(`demo-${role}-${index + 1}`)
      const booth =
        role === 'exhibitor' && person?.number && person.state ? { number: person.number, state: person.state } : null
      return { role, n: index + 1, name: person?.name ?? null, booth }
    }),
  )
}
