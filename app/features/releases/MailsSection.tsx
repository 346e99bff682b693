import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'

export interface WaitingMail {
  id: number
  releaseNumber: number
  recipientName: string
  exhibitor: string
  booth: string
  changes: readonly ('moved' | 'resized' | 'renumbered' | 'gone')[]
}

/** Mails of releases that wait until an organiser lets them go. */
export function MailsSection({ mails }: { mails: readonly WaitingMail[] }) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  if (mails.length === 0) return null
  return (
    <section className="card" aria-labelledby="mails">
      <h2 className="card__title" id="mails">
        {t('mails.title')}
      </h2>
      <p>{t('mails.text', { count: mails.length })}</p>
      <ul className="plain-list mail-list">
        {mails.map(({ id, recipientName, exhibitor, booth, changes }) => (
          <li key={id}>
            <strong>{exhibitor}</strong>
            {recipientName !== '' && recipientName !== exhibitor && (
              <span className="booth-facts__soft"> · {t('mails.to', { name: recipientName })}</span>
            )}
            <br />
            {t('mails.changes', {
              number: booth,
              changes: format.list(changes.map((change) => t(`changes.kinds.${change}`).toLowerCase())),
            })}
          </li>
        ))}
      </ul>
      <Form method="post">
        <button type="submit" className="button button--primary" name="intent" value="sendMails">
          {t('mails.send', { count: mails.length })}
        </button>
      </Form>
    </section>
  )
}
