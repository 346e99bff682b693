import type { Queryable } from '#server/db/client'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { AccountId, ExhibitorId, FairId, PersonId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { PersonFacts, ProgrammeContext } from '#shared/programme/conflicts/types'
import { readProgrammeContext } from './programmeContext'

export type ProgrammePersonJson = PersonFacts & { exhibitorId: ExhibitorId | null; exhibitorName: string | null }

/** The conflict rules' context as plain JSON, people by name. */
export type ProgrammeContextJson = Omit<ProgrammeContext, 'people'> & {
  people: ProgrammePersonJson[]
  /** Organisers, for who accepted a conflict. */
  team: { id: AccountId; name: string }[]
}

/** What the programme's editor has to know beside the document. */
export interface ProgrammeEditorData {
  fairId: FairId
  slug: string
  name: LocalText
  /** First and last day, `2027-03-12`. */
  startsOn: string
  endsOn: string
  /** Whose copy on the device it is. */
  accountId: AccountId
  timeZone: string
  context: ProgrammeContextJson
}

/** For those who may edit the programme. Errors: those of standing. */
export const programmeEditorData =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<ProgrammeEditorData> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    const [fair] = await deps.sql<{ slug: string; name: LocalText; startsOn: string; endsOn: string }[]>`
      select slug, name, starts_on::text as "startsOn", ends_on::text as "endsOn"
      from fairs where id = ${standing.fairId}`
    if (!fair || actor.accountId === null) throw new AppError('NOT_FOUND', { detail: 'no such fair' })
    const context = await contextJson(deps.sql, standing.fairId)
    return {
      fairId: standing.fairId,
      ...fair,
      accountId: actor.accountId,
      timeZone: context.timeZone,
      context,
    }
  }

/** The context alone, for editors that are open while people or hours change. Errors: those of standing. */
export const programmeFacts =
  (deps: Deps) =>
  async (actor: Actor, { fairId }: { fairId: string }): Promise<ProgrammeContextJson> => {
    const standing = await requireStanding(deps.sql, actor, { id: fairId }, 'programme:edit')
    return await contextJson(deps.sql, standing.fairId)
  }

async function contextJson(sql: Queryable, fairId: FairId): Promise<ProgrammeContextJson> {
  const context = await readProgrammeContext(sql, fairId)
  const rows = await sql<{ id: PersonId; exhibitorId: ExhibitorId | null; exhibitorName: string | null }[]>`
    select p.id, e.id as "exhibitorId", e.name as "exhibitorName"
    from people p left join exhibitors e on e.id = p.exhibitor_id
    where p.fair_id = ${fairId}
    order by p.name collate natural_order, p.id`
  const team = await sql<{ id: AccountId; name: string }[]>`
    select a.id, a.name from memberships m join accounts a on a.id = m.account_id
    where m.fair_id = ${fairId} order by a.id`
  return {
    ...context,
    team: [...team],
    people: rows.flatMap(({ id, ...exhibitor }) => {
      const facts = context.people.get(id)
      return facts ? [{ ...facts, ...exhibitor }] : []
    }),
  }
}
