import { z } from 'zod'
import type { Deps } from '#server/deps'
import { personNameSchema } from '#shared/access/email'
import type { Actor } from '#shared/access/roles'
import { LANGUAGES } from '#shared/kernel/language'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireOwnAccount } from '../access/requireAccount'

const schema = z.object({ name: personNameSchema, language: z.enum(LANGUAGES) })
export type UpdateAccountInput = z.output<typeof schema>

/** Name, and the language of mails and of the first page. Errors: NOT_SIGNED_IN, FORBIDDEN, INVALID. */
export const updateAccount =
  (deps: Deps) =>
  async (actor: Actor, input: { name: string; language: string }): Promise<UpdateAccountInput> => {
    const accountId = requireOwnAccount(actor)
    const { name, language } = parseOrInvalid(schema, input)
    await deps.sql`update accounts set name = ${name}, language = ${language} where id = ${accountId}`
    return { name, language }
  }
