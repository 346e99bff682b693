import { useTranslation } from 'react-i18next'
import type { PublicFair } from '#server/services/visit/listPublicFairs'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'

export function FairCards({ fairs }: { fairs: readonly PublicFair[] }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const lang = useLang()
  return (
    <ul className="fair-cards">
      {fairs.map((fair) => (
        <li key={fair.id} className="card fair-card">
          <CalendarLeaf day={fair.startsOn} />
          <div className="stack stack--tight">
            <h3>
              <a className="card__link" href={visitPaths(lang, fair.slug).fair}>
                {format.text(fair.name)}
              </a>
            </h3>
            <p className="fair-card__when">
              {format.days(fair.startsOn, fair.endsOn)}, {fair.venueName}
            </p>
            {fair.summary && <p className="fair-card__summary">{format.text(fair.summary)}</p>}
            {fair.exhibitors > 0 && (
              <p className="fair-card__figures">{t('fairs.exhibitors', { count: fair.exhibitors })}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The first day as a leaf of a calendar; the dates beside it say the same. */
function CalendarLeaf({ day }: { day: string }) {
  const format = useFormat()
  const { month, number } = format.leaf(day)
  return (
    <span className="calendar-leaf" aria-hidden="true">
      <span>{month}</span>
      <b>{number}</b>
    </span>
  )
}
