import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import type { FairId, TalkId } from '#shared/kernel/ids'
import type { Language, LocalText } from '#shared/kernel/language'
import { slotsOf } from '#shared/programme/slots'
import { instantOfMinute } from '#shared/programme/time'
import type { SignupState } from '#shared/signups/views'

export interface TalkSignup {
  name: string
  email: string
  language: Language
  state: SignupState
  /** When they asked. */
  at: Date
}

export interface SignedUpTalk {
  talkId: TalkId
  title: LocalText
  /** As published; null: no longer limited, or no longer published. */
  seats: number | null
  start: Date | null
  cancelled: boolean
  /** Seated first, then those who wait in their order. */
  people: TalkSignup[]
}

/** Who signed up for what, for organisers: talks with limited seats, and others that people have signed up for. By time. */
export const talkSignups =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: FairId }): Promise<SignedUpTalk[]> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'fair:organise')
    const rows = await deps.sql<(TalkSignup & { talkId: TalkId; title: LocalText })[]>`
      select s.talk_id as "talkId", t.title, a.name, a.email, a.language, s.state, s.created_at as at
      from signups s join talks t on t.fair_id = s.fair_id and t.id = s.talk_id join accounts a on a.id = s.account_id
      where s.fair_id = ${fairId} and s.state <> 'cancelled' order by s.state, s.place`
    const release = await readLatestRelease(deps, fairId)
    const talks = new Map<TalkId, SignedUpTalk>()
    for (const talk of release?.programme.talks.values() ?? []) {
      if (talk.seats === null && !rows.some(({ talkId }) => talkId === talk.id)) continue
      const [slot] = slotsOf(talk)
      talks.set(talk.id, {
        talkId: talk.id,
        title: talk.title,
        seats: talk.seats,
        start: slot ? instantOfMinute(slot.start) : null,
        cancelled: talk.state === 'cancelled',
        people: [],
      })
    }
    for (const { talkId, title, ...person } of rows) {
      const talk = talks.get(talkId) ?? { talkId, title, seats: null, start: null, cancelled: false, people: [] }
      talk.people.push(person)
      talks.set(talkId, talk)
    }
    return [...talks.values()].sort((a, b) => (a.start?.getTime() ?? Infinity) - (b.start?.getTime() ?? Infinity))
  }
