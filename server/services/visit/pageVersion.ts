import { createHash } from 'node:crypto'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { ReleasedProgramme } from '#shared/programme/release'
import { minuteOf } from '#shared/programme/time'
import { readVisitedFair } from './visitedFair'

export interface PageVersionInput {
  slug: string
  /** For pages that also show who has which booth, and what holds at this minute. */
  booths?: boolean
}

const HOUR = 60

/**
 * A name for the programme as this reader would be shown it now: as long as it stays the same, so does every page of the
 * programme. It changes with the release, what the fair says of itself, names of speakers, and whenever a talk begins or ends.
 * Errors: NOT_FOUND.
 */
export const pageVersion =
  (deps: Deps) =>
  async (actor: Actor, { slug, booths = false }: PageVersionInput): Promise<string> => {
    const { fair, release } = await readVisitedFair(deps, actor, { slug })
    // The row version of every person; a sum that does not depend on their order.
    const [people] = await deps.sql<{ hash: string | null }[]>`
      select bit_xor(hashtextextended(id || '/' || xmin::text, 0))::text as hash from people where fair_id = ${fair.id}`
    const minute = minuteOf(deps.clock.now())
    const parts = [
      fair,
      release?.number,
      people?.hash,
      release ? passed(release.programme, minute) : 0,
      // Days of the programme change on the hour.
      booths ? minute : Math.floor(minute / HOUR),
      booths ? await holders(deps, fair.id) : null,
    ]
    return createHash('sha1').update(JSON.stringify(parts)).digest('base64url')
  }

/** Sums, whatever the order, over every booth with whoever has it now, and over the exhibitors as they are. */
async function holders(deps: Deps, fairId: string): Promise<unknown> {
  const [row] = await deps.sql`
    select (select bit_xor(hashtextextended(concat_ws('/', b.id, b.removed, b.blocked_at is not null, b.claim_version,
          c.exhibitor_id, c.state, c.expires_at > ${deps.clock.now()}), 0))::text
        from booths b left join claims c on c.fair_id = b.fair_id and c.booth_id = b.id
          and c.state in ('held', 'claimed', 'confirmed')
        where b.fair_id = ${fairId}) as booths,
      (select bit_xor(hashtextextended(id || '/' || xmin::text, 0))::text from exhibitors
        where fair_id = ${fairId}) as exhibitors`
  return row
}

const boundaries = new WeakMap<ReleasedProgramme, number[]>()

/** How many talks have begun or ended by that minute. */
function passed(programme: ReleasedProgramme, minute: number): number {
  let ordered = boundaries.get(programme)
  if (!ordered) {
    ordered = programme.slots.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
    boundaries.set(programme, ordered)
  }
  const [first = Infinity, last = -Infinity] = [ordered[0], ordered.at(-1)]
  if (minute < first) return 0
  return minute >= last ? ordered.length : ordered.filter((boundary) => boundary <= minute).length
}
