import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { WaitingReleaseMail, WaitingReleaseMails } from '#server/services/releases/releaseMails'
import { useFormat } from '~/lib/format'

/** Mails of releases that wait until an organiser lets them go. */
export function MailsSection({ mails: { count, visitors, mails } }: { mails: WaitingReleaseMails }) {
  const { t } = useTranslation('releases')
  if (count === 0) return null
  const unlisted = count - visitors - mails.length
  return (
    <section className="card" aria-labelledby="mails">
      <h2 className="card__title" id="mails">
        {t('mails.title')}
      </h2>
      <p>{t('mails.text', { count })}</p>
      <ul className="plain-list mail-list">
        {mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} />
        ))}
        {unlisted > 0 && <li>{t('mails.more', { count: unlisted })}</li>}
        {visitors > 0 && <li>{t('mails.visitors', { count: visitors })}</li>}
      </ul>
      <Form method="post">
        <button type="submit" className="button button--primary" name="intent" value="sendMails">
          {t('mails.send', { count })}
        </button>
      </Form>
    </section>
  )
}

function MailLine({ mail: { recipientName, booths, talks } }: { mail: WaitingReleaseMail }) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <li>
      <strong>{recipientName}</strong>
      {booths.map(({ exhibitor, booth, changes }) => (
        <span key={`${exhibitor} ${booth}`} className="changed-list__holder">
          {t('mails.booth', {
            exhibitor,
            number: booth,
            changes: format.list(changes.map((change) => t(`changes.kinds.${change}`).toLowerCase())),
          })}
        </span>
      ))}
      {talks.map(({ talkId, title, changes }) => (
        <span key={talkId} className="changed-list__holder">
          {title}: {changes.map((change) => t(`talks.told.${change}`)).join(', ')}
        </span>
      ))}
    </li>
  )
}
