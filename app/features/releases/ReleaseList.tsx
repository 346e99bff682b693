import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'

/** Instants are ISO text. */
export interface ListedRelease {
  number: number
  note: string
  publishedAt: string
  publishedBy: string | null
  withdrawnAt: string | null
  current: boolean
  booths: number
  waitingMails: number
}

/** Every release, the newest first, and what taking one back would do. */
export function ReleaseList({ releases, timeZone }: { releases: readonly ListedRelease[]; timeZone: string }) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <section className="stack" aria-labelledby="releases">
      <h2 id="releases">{t('list.title')}</h2>
      <ol className="release-list" reversed>
        {releases.map((release) => {
          const { number, note, publishedAt, publishedBy, withdrawnAt, current, booths } = release
          return (
            <li key={number} className="release-row" data-withdrawn={withdrawnAt !== null || undefined}>
              <div className="release-row__head">
                <h3>{t('list.number', { number })}</h3>
                {current && <span className="badge badge--good">{t('list.visible')}</span>}
                {withdrawnAt && (
                  <span className="badge">{t('list.withdrawn', { moment: format.moment(withdrawnAt, timeZone) })}</span>
                )}
              </div>
              <p className="booth-facts__soft">
                <time dateTime={publishedAt}>{format.instant(publishedAt, timeZone)}</time>
                {publishedBy && ` · ${t('list.by', { name: publishedBy })}`} · {t('list.booths', { count: booths })}
              </p>
              {note !== '' && <p className="release-row__note">{note}</p>}
              {!withdrawnAt && <Withdraw release={release} releases={releases} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Withdraw({ release, releases }: { release: ListedRelease; releases: readonly ListedRelease[] }) {
  const { t } = useTranslation('releases')
  const { number, current, waitingMails } = release
  const next = releases.find((other) => other.number < number && other.withdrawnAt === null)
  return (
    <details className="act">
      <summary className="button button--small">
        {t('list.withdraw.summary')}
        <span className="visually-hidden"> {t('list.number', { number })}</span>
      </summary>
      <Form method="post" className="act__panel">
        <input type="hidden" name="number" value={number} />
        <p>
          {!current
            ? t('list.withdraw.older')
            : next
              ? t('list.withdraw.toEarlier', { number: next.number })
              : t('list.withdraw.toNothing')}{' '}
          {waitingMails > 0 && t('list.withdraw.mails', { count: waitingMails })}
        </p>
        <p>
          <button type="submit" className="button button--danger" name="intent" value="withdraw">
            {t('list.withdraw.button', { number })}
          </button>
        </p>
      </Form>
    </details>
  )
}
