import { useTranslation } from 'react-i18next'
import type { OpenInvitation } from '#server/services/team/listTeam'
import { useFormat } from '~/lib/format'

export interface OpenInvitationsProps {
  invitations: readonly OpenInvitation[]
  /** Owners withdraw any; organisers only those for exhibitors. */
  manages: boolean
  timeZone: string
}

/** Links that nobody has used yet. What they open cannot be shown again: only hashes are kept. */
export function OpenInvitations({ invitations, manages, timeZone }: OpenInvitationsProps) {
  const { t } = useTranslation(['team', 'accounts'])
  const format = useFormat()
  return (
    <section className="stack">
      <h2>{t('team:open')}</h2>
      {invitations.length === 0 ? (
        <p>{t('team:noOpen')}</p>
      ) : (
        <ul className="plain-list rows">
          {invitations.map(({ id, role, exhibitorName, invitedBy, note, expiresAt }) => {
            const until = format.instant(expiresAt, timeZone)
            const facts = [
              ...(exhibitorName ? [t('team:forExhibitor', { name: exhibitorName })] : []),
              ...(invitedBy ? [t('team:invitedBy', { name: invitedBy })] : []),
              t('team:until', { date: until }),
            ]
            return (
              <li key={id} className="rows__row">
                <div>
                  <span className="badge">{t(`accounts:roles.${role}`)}</span>
                  <p className="field__hint">{facts.join(' · ')}</p>
                  {note && <p className="field__hint clip">{note}</p>}
                </div>
                {(manages || role === 'exhibitor') && (
                  <form method="post">
                    <input type="hidden" name="intent" value="revoke" />
                    <button
                      type="submit"
                      name="invitationId"
                      value={id}
                      className="button button--small"
                      aria-label={t('team:revokeLabel', { date: until })}
                    >
                      {t('team:revoke')}
                    </button>
                  </form>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
