import { useTranslation } from 'react-i18next'
import type { TeamMember } from '#server/services/team/listTeam'
import { wallTimeOf } from '#shared/fairs/timeZone'
import { useFormat } from '~/lib/format'

export interface MemberListProps {
  members: readonly TeamMember[]
  /** Account of whoever looks. */
  me: string | null
  manages: boolean
  timeZone: string
}

export function MemberList({ members, me, manages, timeZone }: MemberListProps) {
  const { t } = useTranslation(['team', 'accounts'])
  const format = useFormat()
  const since = (member: TeamMember) => {
    const { day } = wallTimeOf(member.since, timeZone)
    return format.days(day, day)
  }
  const owners = members.filter((member) => member.role === 'owner').length
  return (
    <section className="stack">
      <h2>{t('team:people')}</h2>
      <ul className="plain-list rows">
        {members.map((member) => {
          const lastOwner = member.role === 'owner' && owners === 1
          return (
            <li key={member.accountId} className="rows__row">
              <div>
                <strong>{member.name}</strong> {member.accountId === me && <span>({t('team:you')})</span>}
                <p className="field__hint">
                  {member.email} · {t('team:since')} {since(member)}
                </p>
              </div>
              <div className="cluster">
                <span className="badge">{t(`accounts:roles.${member.role}`)}</span>
                {manages && !lastOwner && <MemberActions member={member} self={member.accountId === me} />}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Folded away: what happens to whom is said beside the button that does it. */
function MemberActions({ member, self }: { member: TeamMember; self: boolean }) {
  const { t } = useTranslation('team')
  const { name, role, accountId } = member
  const other = role === 'owner' ? ('organiser' as const) : ('owner' as const)
  return (
    <details className="row-actions">
      <summary className="button button--small" aria-label={t('changeLabel', { name })}>
        {t('change')}
      </summary>
      <div className="row-actions__panel">
        <form method="post">
          <input type="hidden" name="intent" value="role" />
          <input type="hidden" name="accountId" value={accountId} />
          <button
            type="submit"
            name="role"
            value={other}
            className="button button--small"
            aria-label={other === 'owner' ? t('makeOwnerLabel', { name }) : t('makeOrganiserLabel', { name })}
          >
            {other === 'owner' ? t('makeOwner') : t('makeOrganiser')}
          </button>
        </form>
        {!self && (
          <form method="post" className="cluster">
            <input type="hidden" name="intent" value="remove" />
            <button
              type="submit"
              name="accountId"
              value={accountId}
              className="button button--small button--danger"
              aria-label={t('removeLabel', { name })}
            >
              {t('remove')}
            </button>
            <span className="field__hint">{t('removeHint')}</span>
          </form>
        )}
      </div>
    </details>
  )
}
