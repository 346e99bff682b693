import { z } from 'zod'
import type { Deps } from '#server/deps'
import { emailSchema, isDemoEmail } from '#shared/access/email'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { ID_PATTERN, newId } from '#shared/kernel/ids'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import { optionalLines } from '#shared/kernel/text'
import { parseOrInvalid } from '#shared/kernel/validate'
import { requireAccount } from '../access/requireAccount'
import { requireStanding } from '../access/standing'
import { takeFromLimit } from '../access/takeFromLimit'
import { writeAudit } from '../access/writeAudit'
import { newToken, tokenHash } from '../accounts/tokens'
import { queueMail } from '../mails/queueMail'

export const INVITATION_DAYS = 14
/** Mails to strangers in our name: enough for a fair's exhibitors, too few for spam. By person: fairs are soon made. */
const MAILS_PER_PERSON = { hits: 500, windowSeconds: 86_400 }

const schema = z.object({
  role: z.enum(['organiser', 'exhibitor']),
  exhibitorId: z.string().regex(ID_PATTERN).nullable().default(null),
  note: optionalLines(1000).default(''),
  /** Empty: the link is only shown. */
  email: z.union([z.literal(''), emailSchema]).default(''),
})
export type CreateInvitationInput = z.input<typeof schema> & { fairId: string }

export interface NewInvitation {
  id: string
  /** To be shown once; not stored. Below the public address, in the inviter's language. */
  path: string
  expiresAt: Date
  mailedTo: string | null
}

/** A link that makes one person an organiser or an exhibitor. Errors: those of standing, NOT_FOUND (exhibitor), INVALID, TOO_MANY_REQUESTS. */
export const createInvitation =
  (deps: Deps) =>
  async (actor: Actor, { fairId, ...typed }: CreateInvitationInput): Promise<NewInvitation> => {
    const { role, exhibitorId, note, email } = parseOrInvalid(schema, typed)
    await requireStanding(deps.sql, actor, { id: fairId }, role === 'organiser' ? 'team:manage' : 'exhibitors:manage')
    const accountId = requireAccount(actor)
    const now = deps.clock.now()
    if (email) await takeFromLimit(deps.sql, now, { key: `invitation-mails:${accountId}`, ...MAILS_PER_PERSON })
    const token = newToken(deps)
    const id = newId<string>(deps.randomBytes)
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000)
    const pathIn = (language: Language) => `/${language}/invitations/${token}`
    await deps.sql.begin(async (tx) => {
      if (exhibitorId !== null) {
        const [exhibitor] = await tx`
          select from exhibitors where id = ${exhibitorId} and fair_id = ${fairId} and archived_at is null`
        if (role !== 'exhibitor' || !exhibitor) throw new AppError('NOT_FOUND', { detail: 'no such exhibitor here' })
      }
      await tx`insert into invitations
          (id, fair_id, token_hash, role, exhibitor_id, note, created_by, created_at, expires_at)
        values (${id}, ${fairId}, ${tokenHash(deps, token)}, ${role}, ${exhibitorId}, ${note}, ${accountId}, ${now}, ${expiresAt})`
      await writeAudit(tx, { fairId, accountId, action: 'invitation.created', subject: id, details: { role }, at: now })
      if (email) {
        const [fair] = await tx<{ name: LocalText; demo: boolean }[]>`select name, demo from fairs where id = ${fairId}`
        const [known] = await tx<{ name: string; language: Language }[]>`
          select name, language from accounts where email = ${email}`
        const language = known?.language ?? actor.language
        await queueMail(tx, {
          fairId,
          // A demo fair writes to nobody outside the demo.
          to: { email, name: known?.name ?? '', language, demo: Boolean(fair?.demo) || isDemoEmail(email) },
          template: 'invitation',
          params: {
            fair: fair ? localise(fair.name, language) : '',
            role,
            inviter: actor.name,
            note,
            path: pathIn(language),
          },
          at: now,
        })
      }
    })
    return { id, path: pathIn(actor.language), expiresAt, mailedTo: email || null }
  }
