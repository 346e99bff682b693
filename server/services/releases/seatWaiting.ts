import type { Tx } from '#server/db/client'
import { promoteWaiting } from '#server/services/signups/promoteWaiting'
import { closedFor } from '#server/services/signups/signupRows'
import type { FairId, TalkId } from '#shared/kernel/ids'
import type { ReleasedProgramme } from '#shared/programme/release'

export interface SeatWaitingInput {
  fairId: FairId
  /** What visitors saw until now, and what they see from now on. */
  before: ReleasedProgramme
  after: ReleasedProgramme
  at: Date
}

/** Talks with another number of seats than before, and those that take place after all: who waits moves up, in order. Nobody moves up into one that is cancelled or over. */
export async function seatWaiting(tx: Tx, { fairId, before, after, at }: SeatWaitingInput): Promise<void> {
  // Always in one order, so that two who do this never wait for each other in a circle.
  const waitedFor = await tx<{ id: TalkId }[]>`
    select distinct talk_id as id from signups where fair_id = ${fairId} and state = 'waiting' order by talk_id`
  for (const { id } of waitedFor) {
    const [was, talk] = [before.talks.get(id), after.talks.get(id)]
    if (!talk || closedFor(talk, at) !== null || (was?.state === 'confirmed' && was.seats === talk.seats)) continue
    await promoteWaiting(tx, { fairId, talkId: id, seats: talk.seats, at })
  }
}
