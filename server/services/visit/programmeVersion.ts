import { createHash } from 'node:crypto'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { ReleasedProgramme } from '#shared/programme/release'
import { minuteOf } from '#shared/programme/time'
import { readVisitedFair } from './visitedFair'

const HOUR = 60

/**
 * A name for the programme as this reader would be shown it now: as long as it stays the same, so does every page of the
 * programme. It changes with the release, what the fair says of itself, names of speakers, and whenever a talk begins or ends.
 * Errors: NOT_FOUND.
 */
export const programmeVersion =
  (deps: Deps) =>
  async (actor: Actor, { slug }: { slug: string }): Promise<string> => {
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
      Math.floor(minute / HOUR),
    ]
    return createHash('sha1').update(JSON.stringify(parts)).digest('base64url')
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
