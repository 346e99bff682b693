import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { useFormat } from '~/lib/format'

export interface BlockedBooth {
  boothId: string
  number: string
  reason: string
  since: string
}

export function BlockedList({ blocked, timeZone }: { blocked: readonly BlockedBooth[]; timeZone: string }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  if (blocked.length === 0) return <EmptyState title={t('queue.block.none')}>{t('queue.block.text')}</EmptyState>
  return (
    <ul className="claim-list">
      {blocked.map(({ boothId, number, reason, since }) => (
        <li className="claim-row" key={boothId}>
          <div className="claim-row__main">
            <div className="claim-row__head">
              <h3>{t('myBooth.boothOf', { number })}</h3>
              <span className="claim-row__moment">
                {t('queue.block.since', { moment: format.moment(since, timeZone) })}
              </span>
            </div>
            <p className={reason ? undefined : 'booth-facts__soft'}>{reason || t('queue.block.noReason')}</p>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="boothId" value={boothId} />
              <button type="submit" className="button button--small" name="intent" value="unblock">
                {t('queue.block.unblock')}
                <span className="visually-hidden"> {t('take.ofBooth', { number })}</span>
              </button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  )
}
