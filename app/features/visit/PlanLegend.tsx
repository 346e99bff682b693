import { useTranslation } from 'react-i18next'
import { BOOTH_STATUSES } from '#shared/claims/status'
import { SectorChip } from '~/components/SectorChip'
import { StatusBadge } from '~/components/StatusBadge'
import type { SectorName } from './planPage'

const PLACES = ['entrance', 'exit', 'emergency', 'stage', 'meetingPoint'] as const
type PlaceKind = (typeof PLACES)[number]

export interface PlanLegendProps {
  sectors: readonly SectorName[]
  /** Symbols that the plan has. */
  places: readonly PlaceKind[]
  sectorHref: (id: string) => string
}

export function PlanLegend({ sectors, places, sectorHref }: PlanLegendProps) {
  const { t } = useTranslation('visit')
  const words: Record<PlaceKind, string> = {
    entrance: t('map.door.entrance'),
    exit: t('map.door.exit'),
    emergency: t('map.door.emergency'),
    stage: t('map.stage'),
    meetingPoint: t('map.meetingPoint'),
  }
  return (
    <section className="map-legend" aria-label={t('plan.legend')}>
      <div>
        <h2>{t('plan.legendStatuses')}</h2>
        <ul>
          {BOOTH_STATUSES.map((status) => (
            <li key={status}>
              <StatusBadge status={status} />
            </li>
          ))}
        </ul>
      </div>
      {places.length > 0 && (
        <div>
          <h2>{t('plan.legendPlaces')}</h2>
          <ul>
            {PLACES.filter((kind) => places.includes(kind)).map((kind) => (
              <li key={kind} className="map-legend__place">
                <PlaceSymbol kind={kind} />
                {words[kind]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {sectors.length > 0 && (
        <div className="map-legend__sectors">
          <h2>{t('plan.legendSectors')}</h2>
          <ul>
            {sectors.map((sector) => (
              <li key={sector.id}>
                <SectorChip {...sector} href={sectorHref(sector.id)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

const ARROW = 'M-6 -1.6H1V-6L7 0L1 6V1.6H-6Z'

function PlaceSymbol({ kind }: { kind: PlaceKind }) {
  if (kind === 'stage' || kind === 'meetingPoint') {
    return (
      <svg viewBox="-11 -11 22 22" aria-hidden="true">
        <g className={`plan-place plan-place--${kind === 'stage' ? 'stage' : 'meeting'}`}>
          <path d="M-9 -6H9V6H-9Z" />
        </g>
      </svg>
    )
  }
  return (
    <svg viewBox="-11 -11 22 22" aria-hidden="true">
      <g className={`plan-door plan-door--${kind}`}>
        {kind === 'emergency' && <rect className="plan-door__sign" x="-9" y="-9" width="18" height="18" rx="2" />}
        <path className="plan-door__arrow" d={ARROW} transform={kind === 'entrance' ? 'rotate(-90)' : 'rotate(90)'} />
      </g>
    </svg>
  )
}
