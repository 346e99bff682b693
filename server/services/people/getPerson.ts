import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import type { TalkKind, TalkState } from '#shared/document/talkRecord'
import { AppError } from '#shared/kernel/errors'
import type { FairId, PersonId, TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { type PersonRow, readPeople } from './personRows'

export interface PersonTalk {
  id: TalkId
  title: LocalText
  kind: TalkKind
  state: TalkState
  /** Minutes since 1970; null: not scheduled yet. */
  start: number | null
}

export interface PersonDetails extends PersonRow {
  /** Name of the linked account, where there is one. */
  accountName: string | null
  /** Talks of the draft, by time; those without one last. */
  talks: PersonTalk[]
}

/** Errors: those of standing, NOT_FOUND. */
export const getPerson =
  (deps: Deps) =>
  async (actor: Actor, { fairId, personId }: { fairId: FairId; personId: PersonId }): Promise<PersonDetails> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'people:manage')
    const [row] = await readPeople(deps.sql, fairId, personId)
    if (!row) throw new AppError('NOT_FOUND', { detail: 'no such person in this fair' })
    const [account] = await deps.sql<{ name: string }[]>`select name from accounts where id = ${row.accountId}`
    const talks = await deps.sql<PersonTalk[]>`
      select id, title, kind, state, (fields -> 'slot' ->> 1)::int as start from talks
      where fair_id = ${fairId} and not removed and ${personId} = any(speaker_ids)
      order by start nulls last, id`
    return { ...row, accountName: account?.name ?? null, talks: [...talks] }
  }
