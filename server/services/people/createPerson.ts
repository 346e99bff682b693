import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type FairId, isId, newId, type PersonId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type PersonInput, personSchema } from '#shared/people/personInput'
import { insertPerson } from './personRows'

export interface CreatePersonInput {
  fairId: FairId
  person: PersonInput
  /** The id that the form or the editor made for this person: sent twice, it is one person. */
  id?: string
}

/** An organiser enters a speaker or host. Errors: those of standing, INVALID. */
export const createPerson =
  (deps: Deps) =>
  async (actor: Actor, { fairId, person: input, id: wanted }: CreatePersonInput): Promise<PersonId> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'people:manage')
    const person = parseOrInvalid(personSchema, input)
    if (wanted !== undefined && !isId(wanted)) throw new AppError('INVALID', { fields: [{ path: 'id', code: 'id' }] })
    const id = wanted === undefined ? newId<PersonId>(deps.randomBytes) : (wanted as PersonId)
    const at = deps.clock.now()
    return await deps.sql.begin(async (tx) => {
      if (await insertPerson(tx, fairId, { id, person, at })) {
        await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'person.create', subject: id, at })
        await notify(tx, 'programme_context', { fairId })
        return id
      }
      const [same] = await tx`select from people where fair_id = ${fairId} and id = ${id}`
      if (same) return id
      throw new AppError('INVALID', { detail: 'id of another fair', fields: [{ path: 'id', code: 'id' }] })
    })
  }
