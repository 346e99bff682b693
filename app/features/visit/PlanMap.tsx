import { useTranslation } from 'react-i18next'
import { PlanSvg, type ShownStatus } from '~/components/PlanSvg'
import { useFormat } from '~/lib/format'
import { planHref } from './planHref'
import type { PlanPage } from './planPage'
import type { PlanQuery } from './planQuery'

export interface PlanMapProps {
  page: PlanPage
  query: PlanQuery
  /** Where a stage's talks are; absent without a programme. */
  stageHref?: ((stageId: string) => string) | undefined
}

/** The drawing with the buttons that work it. Without the small script booths are links and the buttons are not there. */
export function PlanMap({ page, query, stageHref }: PlanMapProps) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const rows = page.groups.flatMap((group) => group.rows)
  const statuses: Record<string, ShownStatus> = Object.fromEntries(
    rows.map(({ id, status, exhibitorName }) => [id, { status, exhibitorName }]),
  )
  const label = t('plan.mapLabel', { hall: format.text(page.hall.name) })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys zoom and move the map, as the group's name says
    <section className="plan-map__frame" data-map="" aria-label={`${label} ${t('plan.keys')}`} tabIndex={0}>
      <PlanSvg
        hall={page.hall}
        label={label}
        statuses={statuses}
        lit={query.stageId === null ? [] : [query.stageId]}
        selected={page.selected ? [page.selected.id] : []}
        matches={page.filtered ? new Set(rows.filter((row) => row.found).map((row) => row.id)) : null}
        href={(boothId) => planHref(query, { booth: boothId })}
        {...(stageHref ? { stageHref } : {})}
      />
      <div className="plan-map__tools" data-with-script="" hidden>
        {(
          [
            ['in', t('plan.zoomIn'), 'M12 5v14M5 12h14'],
            ['out', t('plan.zoomOut'), 'M5 12h14'],
            ['all', t('plan.zoomAll'), 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'],
          ] as const
        ).map(([zoom, name, path]) => (
          <button key={zoom} type="button" data-zoom-to={zoom} aria-label={name} title={name}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={path} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
            </svg>
          </button>
        ))}
      </div>
      <p className="plan-map__hint" data-hint="" hidden />
    </section>
  )
}
