import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { ExhibitorsPage, ExhibitorsQuery } from './exhibitorsPage'
import { MAX_SEARCH } from './planQuery'

export interface ExhibitorSearchProps {
  page: ExhibitorsPage
  query: ExhibitorsQuery
  slug: string
}

/** A form that asks the server: name, booth or sector. */
export function ExhibitorSearch({ page, query, slug }: ExhibitorSearchProps) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const paths = visitPaths(useLang(), slug)
  const filtered = query.search !== '' || query.sectorId !== null
  const orders = [
    ['name', t('exhibitors.byName')],
    ['sector', t('exhibitors.bySector')],
  ] as const
  return (
    <div className="exhibitor-search">
      <form method="get" action={paths.exhibitors()}>
        {query.by === 'sector' && <input type="hidden" name="by" value="sector" />}
        <search className="exhibitor-search__fields" aria-label={t('exhibitors.search')}>
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={query.search}
            maxLength={MAX_SEARCH}
            placeholder={t('exhibitors.placeholder')}
            aria-label={t('exhibitors.search')}
            autoComplete="off"
            enterKeyHint="search"
          />
          <select className="input" name="sector" defaultValue={query.sectorId ?? ''} aria-label={t('plan.sector')}>
            <option value="">{t('plan.allSectors')}</option>
            {page.sectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button className="button" type="submit">
            {t('plan.submit')}
          </button>
        </search>
      </form>
      <div className="exhibitor-search__line">
        <p role="status">
          {filtered
            ? t('exhibitors.foundOf', { found: format.number(page.found), all: format.number(page.all) })
            : t('exhibitors.found', { count: page.all })}
        </p>
        <nav className="plan-toggle" aria-label={t('exhibitors.order')}>
          {orders.map(([by, name]) => (
            <a
              key={by}
              href={paths.exhibitors({ q: query.search, sector: query.sectorId, by: by === 'sector' ? by : null })}
              aria-current={query.by === by ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
    </div>
  )
}
