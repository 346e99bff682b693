import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#shared/kernel/errors'
import { Field } from '~/components/Field'
import { InvitationLink } from '~/features/team/InvitationLink'
import { useFormat } from '~/lib/format'

export interface InviteSectionProps {
  accounts: readonly { id: string; name: string; email: string | null }[]
  open: readonly { id: string; note: string; expiresAt: string }[]
  timeZone: string
  /** Just made: shown once. */
  made: { link: string; expiresAt: Date; mailedTo: string | null } | null
  contactEmail: string
  problems: readonly FieldProblem[]
}

/** Who acts for an exhibitor, and a link that lets somebody do so. */
export function InviteSection({ accounts, open, timeZone, made, contactEmail, problems }: InviteSectionProps) {
  const { t } = useTranslation('exhibitors')
  const format = useFormat()
  return (
    <section className="card" aria-labelledby="accounts">
      <h2 className="card__title" id="accounts">
        {t('detail.accountsTitle')}
      </h2>
      {accounts.length === 0 ? (
        <p>{t('detail.noAccounts')}</p>
      ) : (
        <ul className="plain-list">
          {accounts.map(({ id, name, email }) => (
            <li key={id}>
              {name}
              {email && <span className="booth-facts__soft"> · {email}</span>}
            </li>
          ))}
        </ul>
      )}
      {made && <InvitationLink invitation={made} timeZone={timeZone} />}
      <h3>{t('detail.invite.title')}</h3>
      <p className="field__hint">{t('detail.invite.text')}</p>
      <Form method="post" className="stack">
        <Field
          name="email"
          type="email"
          label={t('detail.invite.email')}
          hint={t('detail.invite.emailHint')}
          optional
          defaultValue={contactEmail}
          maxLength={254}
          problems={problems}
        />
        <Field name="note" label={t('detail.invite.note')} optional maxLength={1000} problems={problems} />
        <p>
          <button type="submit" className="button" name="intent" value="invite">
            {t('detail.invite.button')}
          </button>
        </p>
      </Form>
      {open.length > 0 && (
        <>
          <h3>{t('detail.invite.open')}</h3>
          <ul className="plain-list">
            {open.map(({ id, note, expiresAt }) => (
              <li key={id} className="cluster">
                <span>
                  {note && `${note}, `}
                  {t('detail.invite.until', { moment: format.moment(expiresAt, timeZone) })}
                </span>
                <Form method="post">
                  <input type="hidden" name="invitationId" value={id} />
                  <button type="submit" className="button button--quiet button--small" name="intent" value="revoke">
                    {t('detail.invite.revoke')}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
