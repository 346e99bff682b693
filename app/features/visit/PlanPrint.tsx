import { useTranslation } from 'react-i18next'
import { PlanSvg } from '~/components/PlanSvg'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { PlanMarks, SectorLegend } from './PlanLegend'
import { placesOf } from './places'
import type { PlanPage } from './planPage'

/** Every hall on a sheet of its own, then who stands where: for paper, also without a printer's dialogue in between. */
export function PlanPrint({ pages, slug }: { pages: readonly PlanPage[]; slug: string }) {
  const { t } = useTranslation(['visit', 'booths'])
  const format = useFormat()
  const paths = visitPaths(useLang(), slug)
  return (
    <div className="print-sheets">
      <p className="print-sheets__back">
        <a href={paths.plan()}>{t('plan.backToPlan')}</a>
      </p>
      {pages.map(({ hall, groups, sectors }) => (
        <section key={hall.id} className="print-sheet" aria-label={format.text(hall.name)}>
          <div className="print-sheet__plan">
            <h2>{format.text(hall.name)}</h2>
            <PlanSvg
              hall={hall}
              label={t('fair.planOf', { hall: format.text(hall.name) })}
              statuses={Object.fromEntries(groups.flatMap(({ rows }) => rows.map((row) => [row.id, row])))}
              detail="middle"
            />
            <PlanMarks places={placesOf(hall)} />
          </div>
          <ul className="print-sheet__list">
            {groups.flatMap(({ rows, sector }) =>
              rows.map((row) => (
                <li key={row.id}>
                  <b>{row.number}</b>
                  <span>{row.exhibitorName ?? t(`booths:status.${row.status}`)}</span>
                  <span>{sector?.code}</span>
                </li>
              )),
            )}
          </ul>
          <SectorLegend sectors={sectors.filter(({ id }) => id in hall.sectors)} sectorHref={paths.sector} />
        </section>
      ))}
    </div>
  )
}
