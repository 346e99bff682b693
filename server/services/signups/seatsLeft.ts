import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { FairId, TalkId } from '#shared/kernel/ids'
import type { TalkSeats } from '#shared/signups/views'
import { closedFor, ownSignups, type SignupCounts } from './signupRows'

/** Talks of the latest release for which one signs up, with what is left of their seats now. Errors: NOT_FOUND. */
export const seatsLeft =
  (deps: Deps) =>
  async (actor: Actor, { fairId, talkId }: { fairId: FairId; talkId?: TalkId }): Promise<TalkSeats[]> => {
    const { sql } = deps
    await requireStanding(sql, actor, { id: fairId }, 'fair:view')
    const release = await readLatestRelease(deps, fairId)
    const talks = [...(release?.programme.talks.values() ?? [])].filter(
      ({ id, seats }) => seats !== null && (talkId === undefined || id === talkId),
    )
    if (talks.length === 0) return []
    const counts = await sql<(SignupCounts & { talkId: TalkId })[]>`
      select talk_id as "talkId", count(*) filter (where state = 'seated')::int as seated,
        count(*) filter (where state = 'waiting')::int as waiting
      from signups where fair_id = ${fairId} and talk_id = any(${talks.map(({ id }) => id)}) group by talk_id`
    const own = actor.accountId === null ? [] : await ownSignups(sql, fairId, actor.accountId, talkId)
    const countOf = new Map(counts.map((count) => [count.talkId, count]))
    const ownOf = new Map(own.map(({ talkId: id, state, position }) => [id, { state, position }]))
    return talks.map((talk) => {
      const seats = talk.seats ?? 0
      const { seated = 0, waiting = 0 } = countOf.get(talk.id) ?? {}
      return {
        talkId: talk.id,
        seats,
        left: Math.max(0, seats - seated),
        waiting,
        mine: ownOf.get(talk.id) ?? null,
        closed: closedFor(talk, deps.clock.now()),
      }
    })
  }
