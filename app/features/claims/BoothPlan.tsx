import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PlanSvg, type ShownStatus } from '~/components/PlanSvg'
import { useFormat } from '~/lib/format'
import type { HallDrawing } from '~/lib/planView/hallDrawing'

export interface BoothPlanProps {
  halls: readonly HallDrawing[]
  hallId: string
  /** Address of this page with another hall. */
  hallHref: (hallId: string) => string
  statuses: Readonly<Record<string, ShownStatus>>
  selected: readonly string[]
  matches?: ReadonlySet<string> | null
  onSelect: (boothId: string) => void
}

/** The plan of one hall, with a way to the others, and what its fills mean. */
export function BoothPlan({ halls, hallId, hallHref, statuses, selected, matches = null, onSelect }: BoothPlanProps) {
  const { t } = useTranslation(['claims', 'booths'])
  const format = useFormat()
  const hall = halls.find(({ id }) => id === hallId) ?? halls[0]
  if (!hall) return null
  return (
    <div className="booth-plan">
      {halls.length > 1 && (
        <nav className="hall-tabs" aria-label={t('claims:filters.hall')}>
          {halls.map(({ id, name }) => (
            <Link
              key={id}
              to={hallHref(id)}
              aria-current={id === hall.id ? 'true' : undefined}
              preventScrollReset
              replace
            >
              {format.text(name)}
            </Link>
          ))}
        </nav>
      )}
      <PlanSvg
        hall={hall}
        label={`${t('claims:choose.planTitle')}: ${format.text(hall.name)}`}
        statuses={statuses}
        selected={selected}
        matches={matches}
        emphasis="free"
        onSelect={onSelect}
      />
      <ul className="plan-legend">
        {(['available', 'held', 'claimed', 'confirmed', 'blocked'] as const).map((status) => (
          <li key={status}>
            <span className={`status status--${status}`}>{t(`booths:status.${status}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
