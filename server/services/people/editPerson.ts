import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { writeAudit } from '#server/services/access/writeAudit'
import type { Actor } from '#shared/access/roles'
import type { FairId, PersonId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type PersonInput, personSchema } from '#shared/people/personInput'
import { updatePerson } from './personRows'

export interface EditPersonInput {
  fairId: FairId
  personId: PersonId
  person: PersonInput
}

/** The whole person, as the form has it. Errors: those of standing, NOT_FOUND, INVALID. */
export const editPerson =
  (deps: Deps) =>
  async (actor: Actor, { fairId, personId, person: input }: EditPersonInput): Promise<void> => {
    await requireStanding(deps.sql, actor, { id: fairId }, 'people:manage')
    const person = parseOrInvalid(personSchema, input)
    const at = deps.clock.now()
    await deps.sql.begin(async (tx) => {
      await updatePerson(tx, fairId, personId, person)
      await writeAudit(tx, { fairId, accountId: actor.accountId, action: 'person.edit', subject: personId, at })
      await notify(tx, 'programme_context', { fairId })
    })
  }
