import { useTranslation } from 'react-i18next'
import type { FairOverview } from '#server/services/fairs/fairOverview'
import { BOOTH_STATUSES } from '#shared/claims/status'
import { StatusBadge } from '~/components/StatusBadge'
import { useFormat } from '~/lib/format'

/** Booths by status as one bar with its key, then the other figures. */
export function OverviewFigures({ overview }: { overview: FairOverview }) {
  const { t } = useTranslation('fairs')
  const format = useFormat()
  const { booths, boothTotal, exhibitors, exhibitorsWithout, openClaims, team } = overview
  const shown = BOOTH_STATUSES.filter((status) => booths[status] > 0)
  const tiles = [
    { label: t('overview.booths'), value: boothTotal },
    {
      label: t('overview.exhibitors'),
      value: exhibitors,
      more: exhibitorsWithout > 0 ? t('overview.without', { count: exhibitorsWithout }) : undefined,
    },
    { label: t('overview.openClaims'), value: openClaims },
    { label: t('overview.team'), value: team },
  ]
  return (
    <section className="stack">
      <h2>{t('overview.figures')}</h2>
      <dl className="figures">
        {tiles.map(({ label, value, more }) => (
          <div key={label} className="figure-tile">
            <dt className="figure-tile__label">{label}</dt>
            <dd className="figure-tile__value">{format.number(value)}</dd>
            {more && <dd className="figure-tile__label">{more}</dd>}
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <div className="stack stack--tight">
          <h3>{t('overview.statuses')}</h3>
          <div className="status-bar" aria-hidden="true">
            {shown.map((status) => (
              <span
                key={status}
                className={`status-bar__part status-bar__part--${status}`}
                style={{ flexGrow: booths[status] }}
              />
            ))}
          </div>
          <ul className="cluster status-bar__keys">
            {shown.map((status) => (
              <li key={status} className="status-bar__key">
                <StatusBadge status={status} /> {format.number(booths[status])}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
