import { useTranslation } from 'react-i18next'
import { BOOTH_STATUSES } from '#shared/claims/status'
import { SectorChip } from '~/components/SectorChip'
import { StatusBadge } from '~/components/StatusBadge'
import type { PlaceKind } from './places'
import type { SectorName } from './planPage'

/** What outlines, fills and symbols stand for; close to the map. */
export function PlanMarks({ places }: { places: readonly PlaceKind[] }) {
  const { t } = useTranslation('visit')
  const words: Record<PlaceKind, string> = {
    entrance: t('map.door.entrance'),
    exit: t('map.door.exit'),
    emergency: t('map.door.emergency'),
    stage: t('map.stage'),
    meetingPoint: t('map.meetingPoint'),
  }
  return (
    <section className="map-marks" aria-label={t('plan.legend')}>
      <ul>
        {BOOTH_STATUSES.map((status) => (
          <li key={status}>
            <StatusBadge status={status} />
          </li>
        ))}
      </ul>
      <ul>
        {places.map((kind) => (
          <li key={kind} className="map-marks__place">
            <PlaceSymbol kind={kind} />
            {words[kind]}
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface SectorLegendProps {
  sectors: readonly SectorName[]
  sectorHref: (id: string) => string
}

/** Tints and codes with their sectors. */
export function SectorLegend({ sectors, sectorHref }: SectorLegendProps) {
  const { t } = useTranslation('visit')
  if (sectors.length === 0) return null
  return (
    <section className="map-legend" aria-labelledby="legend">
      <h2 id="legend">{t('plan.legendSectors')}</h2>
      <ul>
        {sectors.map((sector) => (
          <li key={sector.id}>
            <SectorChip {...sector} href={sectorHref(sector.id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

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
        <path
          className="plan-door__arrow"
          d="M-6 -1.6H1V-6L7 0L1 6V1.6H-6Z"
          transform={kind === 'entrance' ? 'rotate(-90)' : 'rotate(90)'}
        />
      </g>
    </svg>
  )
}
