import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'

export interface Affected {
  exhibitorId: string
  exhibitorName: string
  boothId: string
  number: string
  before: string
  changes: readonly ('moved' | 'resized' | 'renumbered' | 'gone')[]
}

/** Exhibitors whose booth is not what it was: they are told, once an organiser sends the mails. */
export function AffectedSection({
  affected,
  hrefOf,
}: {
  affected: readonly Affected[]
  hrefOf: (id: string) => string
}) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <section className="stack" aria-labelledby="affected">
      <h2 id="affected">{t('affected.title')}</h2>
      {affected.length === 0 ? (
        <p>{t('affected.none')}</p>
      ) : (
        <>
          <p>{t('affected.text', { count: new Set(affected.map(({ exhibitorId }) => exhibitorId)).size })}</p>
          <ul className="changed-list">
            {affected.map(({ exhibitorId, exhibitorName, boothId, number, before, changes }) => (
              <li key={boothId}>
                <strong>{number}</strong>
                <span>
                  <a href={hrefOf(exhibitorId)}>{exhibitorName}</a>:{' '}
                  {format.list(changes.map((change) => t(`changes.kinds.${change}`).toLowerCase()))}{' '}
                  {before !== number && (
                    <span className="booth-facts__soft">{t('changes.was', { number: before })}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
