import type { AppLoadContext } from '@remix-run/node'
import { AppError } from '#shared/kernel/errors'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'
import { readProfileForm, readyToSave } from '~/features/exhibitors/profileForm'
import { textOf } from './page.server'

export type ExhibitorAct =
  | { did: 'saved' | 'archived' | 'restored' | 'revoked' }
  | { did: 'invited'; link: string; expiresAt: Date; mailedTo: string | null }

/** Carries out one form of the organisers' page about an exhibitor. Errors: those of the use-cases, BAD_REQUEST. */
export async function actOnExhibitor(
  { services, actor, publicUrl }: AppLoadContext,
  { fairId, exhibitorId }: { fairId: FairId; exhibitorId: ExhibitorId },
  form: FormData,
): Promise<ExhibitorAct> {
  switch (textOf(form, 'intent')) {
    case '':
      await services.exhibitors.editExhibitor(actor, {
        fairId,
        exhibitorId,
        profile: readyToSave(readProfileForm(form)),
      })
      return { did: 'saved' }
    case 'archive': {
      const withdrawClaims = form.get('withdrawClaims') === 'on'
      await services.exhibitors.archiveExhibitor(actor, { fairId, exhibitorId, withdrawClaims })
      return { did: 'archived' }
    }
    case 'restore':
      await services.exhibitors.restoreExhibitor(actor, { fairId, exhibitorId })
      return { did: 'restored' }
    case 'invite': {
      const { path, expiresAt, mailedTo } = await services.team.createInvitation(actor, {
        fairId,
        role: 'exhibitor',
        exhibitorId,
        email: textOf(form, 'email'),
        note: textOf(form, 'note'),
      })
      return { did: 'invited', link: `${publicUrl}${path}`, expiresAt, mailedTo }
    }
    case 'revoke':
      await services.team.revokeInvitation(actor, { fairId, invitationId: textOf(form, 'invitationId') })
      return { did: 'revoked' }
    default:
      throw new AppError('BAD_REQUEST', { detail: 'no such act' })
  }
}
