import { z } from 'zod'
import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import { DEMO_EMAIL_DOMAIN } from '#shared/access/email'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { AccountId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { parseOrInvalid } from '#shared/kernel/validate'
import { openSession } from './sessions'

export const DEMO_ROLES = ['organiser', 'exhibitor'] as const
export type DemoRole = (typeof DEMO_ROLES)[number]
export const DEMO_PERSONS = 20

const schema = z.object({ role: z.enum(DEMO_ROLES), n: z.coerce.number<unknown>().int().min(1).max(DEMO_PERSONS) })

/** Opens a session as a demo person. Errors: NOT_FOUND outside demo mode, INVALID. */
export const enterDemo =
  (deps: Deps) =>
  async (input: { role: unknown; n: unknown; language: Language }): Promise<{ actor: Actor; sessionToken: string }> => {
    if (!deps.demo) throw new AppError('NOT_FOUND', { detail: 'no demo here' })
    const { role, n } = parseOrInvalid(schema, { role: input.role, n: input.n })
    return await deps.sql.begin(async (tx) => {
      const accountId = `demo-${role}-${n}` as AccountId
      const name = await findOrCreate(deps, tx, { accountId, role, n, language: input.language })
      const sessionToken = await openSession(deps)(accountId, tx)
      return { actor: { accountId, name, language: input.language, demo: true }, sessionToken }
    })
  }

interface DemoPerson {
  accountId: AccountId
  role: DemoRole
  n: number
  language: Language
}

async function findOrCreate(deps: Deps, tx: Tx, { accountId, role, n, language }: DemoPerson): Promise<string> {
  const now = deps.clock.now()
  const [created] = await tx<{ name: string }[]>`
    insert into accounts (id, email, name, language, demo, created_at)
    values (${accountId}, ${`${accountId}@${DEMO_EMAIL_DOMAIN}`}, ${`Demo ${role} ${n}`}, ${language}, true, ${now})
    on conflict do nothing returning name`
  if (created) {
    // An organiser who was not written with the demo fair would have nothing to organise.
    if (role === 'organiser') {
      await tx`insert into memberships (fair_id, account_id, role, created_at)
        select id, ${accountId}, 'organiser', ${now} from fairs where demo and archived_at is null`
    }
    return created.name
  }
  const [found] = await tx<{ name: string }[]>`select name from accounts where id = ${accountId} and demo`
  if (!found) throw new AppError('NOT_FOUND', { detail: 'no such demo person' })
  return found.name
}
