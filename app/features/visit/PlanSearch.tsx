import { useTranslation } from 'react-i18next'
import { BOOTH_STATUSES } from '#shared/claims/status'
import { planHref } from './planHref'
import type { PlanPage } from './planPage'
import { MAX_SEARCH, NO_SECTOR, type PlanQuery } from './planQuery'

/** Search and filters. A plain form; the small script filters at once and hides the button. On phones the search lies under the thumb. */
export function PlanSearch({ page, query, action }: { page: PlanPage; query: PlanQuery; action: string }) {
  const { t } = useTranslation(['visit', 'booths'])
  return (
    <form className="plan-search" method="get" action={action} data-plan-form="">
      {page.halls.length > 1 && query.hallId !== null && <input type="hidden" name="hall" value={page.hall.id} />}
      <search className="plan-bar" aria-label={t('plan.search')}>
        <input
          className="input plan-bar__input"
          type="search"
          name="q"
          defaultValue={query.search}
          maxLength={MAX_SEARCH}
          placeholder={t('plan.placeholder')}
          aria-label={t('plan.search')}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button className="button plan-bar__submit" type="submit" data-without-script="">
          {t('plan.submit')}
        </button>
        <nav className="plan-toggle" aria-label={t('plan.view')}>
          {(['list', 'map'] as const).map((view) => (
            <a
              key={view}
              href={planHref(query, { view, booth: view === 'list' ? null : query.boothId })}
              data-view-link={view}
              aria-current={query.view === view ? 'true' : undefined}
            >
              {t(`plan.${view}`)}
            </a>
          ))}
        </nav>
      </search>
      <div className="plan-filters">
        {page.sectors.length > 0 && (
          <select className="input" name="sector" defaultValue={query.sectorId ?? ''} aria-label={t('plan.sector')}>
            <option value="">{t('plan.allSectors')}</option>
            {page.sectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={NO_SECTOR}>{t('plan.noSector')}</option>
          </select>
        )}
        <select className="input" name="status" defaultValue={query.status ?? ''} aria-label={t('plan.status')}>
          <option value="">{t('plan.allStatuses')}</option>
          {BOOTH_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`booths:status.${status}`)}
            </option>
          ))}
        </select>
      </div>
    </form>
  )
}
