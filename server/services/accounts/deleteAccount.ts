import { notify } from '#server/db/notify'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import type { LocalText } from '#shared/kernel/language'
import { requireOwnAccount } from '../access/requireAccount'
import { erasePeople } from '../people/erasePeople'
import { giveUpAll } from '../signups/giveUpAll'
import { lockMembers } from '../team/lockMembers'

/**
 * Takes the person out: account, sessions, roles, stars, sign-ups, proposals, the speaker that they are, waiting and sent mails,
 * contact details of exhibitors that carry this address.
 * Their seats go to those who wait. What they drew stays, under an id that no longer leads to anyone.
 * Errors: LAST_OWNER with `fairs` (names) while a fair that is not archived would be left without an owner.
 */
export const deleteAccount =
  (deps: Deps) =>
  async (actor: Actor): Promise<void> => {
    const accountId = requireOwnAccount(actor)
    await deps.sql.begin(async (tx) => {
      const owned = await tx<{ fair_id: string; name: LocalText; archived: boolean }[]>`
        select m.fair_id, f.name, f.archived_at is not null as archived
        from memberships m join fairs f on f.id = m.fair_id
        where m.account_id = ${accountId} and m.role = 'owner' order by m.fair_id`
      const orphans: LocalText[] = []
      for (const fair of owned) {
        const members = await lockMembers(tx, fair.fair_id)
        const others = members.some((member) => member.role === 'owner' && member.accountId !== accountId)
        if (!others && !fair.archived) orphans.push(fair.name)
      }
      if (orphans.length > 0) throw new AppError('LAST_OWNER', { detail: 'delete account', params: { fairs: orphans } })

      const erased = await erasePeople(tx, tx`account_id = ${accountId}`)
      for (const fairId of new Set(erased.map((person) => person.fairId)))
        await notify(tx, 'programme_context', { fairId })
      // A proposal that became a talk stays, without whoever made it; the others go.
      await tx`delete from proposals where account_id = ${accountId} and state <> 'accepted'`
      await tx`update proposals set speaker_name = '', speaker_email = '', speaker_biography = '', message = ''
        where account_id = ${accountId}`
      await giveUpAll(deps, tx, accountId)
      const [gone] = await tx<{ email: string }[]>`delete from accounts where id = ${accountId} returning email`
      if (!gone) return
      await tx`delete from sign_in_links where email = ${gone.email}`
      await tx`delete from outbox where recipient_email = ${gone.email}`
      await tx`update exhibitors set contact_name = '', contact_email = '', contact_phone = '', contact_public = false
        where contact_email = ${gone.email}`
      await notify(tx, 'access_changed', { accountId, fairId: null })
    })
  }
