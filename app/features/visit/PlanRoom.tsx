import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/Notice'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { BoothCard } from './BoothCard'
import { BoothList } from './BoothList'
import { PlanMarks, SectorLegend } from './PlanLegend'
import { PlanMap } from './PlanMap'
import { PlanSearch } from './PlanSearch'
import { placesOf } from './places'
import { planHref } from './planHref'
import type { PlanPage } from './planPage'
import type { PlanQuery } from './planQuery'
import { useVisitWords } from './useVisitWords'

export interface PlanRoomProps {
  fair: { id: string; slug: string; programme: boolean }
  page: PlanPage
  query: PlanQuery
  /** The page itself, where it is not the fair's plan. */
  action?: string
}

/** Search, list and map side by side; on phones one at a time. app/islands/visit.ts brings it to life. */
export function PlanRoom({ fair, page, query, action }: PlanRoomProps) {
  const { t } = useTranslation(['visit', 'programme'])
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  const words = useVisitWords()
  const stageHref = fair.programme ? (stage: string) => paths.programme({ stage }) : undefined
  return (
    <>
      {page.gone && <Notice kind="warning">{t('plan.gone')}</Notice>}
      {page.halls.length > 1 && (
        <nav className="plan-tabs" aria-label={t('plan.halls')}>
          {page.halls.map(({ id, name }) => (
            <a
              key={id}
              href={planHref(query, { hall: id, booth: null })}
              aria-current={id === page.hall.id ? 'page' : undefined}
              data-hall-tab=""
            >
              {format.text(name)}
            </a>
          ))}
        </nav>
      )}
      <div
        className="plan-room"
        data-plan-room=""
        data-view={query.view}
        data-fair={fair.id}
        data-fair-path={paths.fair}
        data-words={JSON.stringify(words)}
        data-elsewhere-halls={page.halls.length > 1 ? JSON.stringify(page.elsewhere) : undefined}
      >
        <PlanSearch page={page} query={query} action={action ?? paths.plan()} />
        <div className="plan-list">
          <BoothList page={page} query={query} />
        </div>
        <div className="plan-map">
          <div className="plan-map__stage">
            <PlanMap page={page} query={query} stageHref={stageHref} />
            <BoothCard page={page} query={query} slug={fair.slug} />
          </div>
          <PlanMarks places={placesOf(page.hall)} />
        </div>
      </div>
      {stageHref && page.hall.stages.length > 0 && (
        <nav className="plan-stages" aria-label={t('programme:here.stages')}>
          <h2>{t('programme:here.stages')}</h2>
          <ul>
            {page.hall.stages.map(({ id, name }) => (
              <li key={id}>
                <a href={stageHref(id)} aria-label={t('programme:stage.talks', { stage: format.text(name) })}>
                  {format.text(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <SectorLegend sectors={page.sectors.filter(({ id }) => id in page.hall.sectors)} sectorHref={paths.sector} />
    </>
  )
}
