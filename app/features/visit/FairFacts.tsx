import { useTranslation } from 'react-i18next'
import type { VisitedFair } from '#server/services/visit/visitFair'
import { useFormat } from '~/lib/format'
import type { FairPage } from './fairPage'

export function OpeningHoursTable({ days }: Pick<FairPage, 'days'>) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  return (
    <section className="stack" aria-labelledby="hours">
      <h2 id="hours">{t('fair.when')}</h2>
      {days.every(({ hours }) => hours === null) ? (
        <>
          <p>{days.length > 0 && format.days(days[0]?.day ?? '', days.at(-1)?.day ?? '')}</p>
          <p className="quiet">{t('fair.noHours')}</p>
        </>
      ) : (
        <dl className="hours">
          {days.map(({ day, hours, today }) => (
            <div key={day} className={today ? 'is-today' : undefined}>
              <dt>{format.day(day)}</dt>
              <dd>{hours ? `${hours.opens} – ${hours.closes}` : t('fair.closed')}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

export function GettingThere({ fair }: { fair: Pick<VisitedFair, 'venueName' | 'venueAddress' | 'directions'> }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const place = [fair.venueName, fair.venueAddress].filter(Boolean).join(', ').replaceAll('\n', ', ')
  return (
    <section className="stack" aria-labelledby="there">
      <h2 id="there">{t('fair.where')}</h2>
      <address className="address">
        <strong>{fair.venueName}</strong>
        {fair.venueAddress && <span className="as-typed">{fair.venueAddress}</span>}
      </address>
      {fair.directions && <p className="as-typed">{format.text(fair.directions)}</p>}
      <p>
        <a href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`} rel="noopener">
          {t('fair.openMap')}
        </a>
      </p>
    </section>
  )
}
