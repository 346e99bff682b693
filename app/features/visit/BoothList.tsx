import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { SectorChip } from '~/components/SectorChip'
import { useFormat } from '~/lib/format'
import { useBoothFacts } from './boothFacts'
import { planHref } from './planHref'
import type { PlanPage, PlanRow } from './planPage'
import type { PlanQuery } from './planQuery'

/** The plan's twin: says the same as the drawing, by sector. Rows that a search left out stay in the page for the small script. */
export function BoothList({ page, query }: { page: PlanPage; query: PlanQuery }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const all = page.groups.reduce((sum, group) => sum + group.rows.length, 0)
  const found = page.groups.reduce((sum, group) => sum + group.rows.filter((row) => row.found).length, 0)
  const others = page.halls.filter(({ id }) => id !== page.hall.id)
  if (all === 0) return <EmptyState title={t('plan.noBooths.title')}>{t('plan.noBooths.text')}</EmptyState>
  return (
    <>
      <p className="plan-count" role="status" data-count="">
        {page.filtered
          ? t('plan.foundOf', { found: format.number(found), all: format.number(all) })
          : t('plan.found', { count: all })}
      </p>
      {others.length > 0 && (
        <p
          className="plan-elsewhere"
          data-elsewhere=""
          hidden={!page.filtered || others.every((hall) => hall.found === 0)}
        >
          {t('plan.elsewhere')}{' '}
          {others.map((hall) => (
            <a
              key={hall.id}
              href={planHref(query, { hall: hall.id, booth: null })}
              data-other-hall={hall.id}
              hidden={hall.found === 0}
            >
              {t('plan.inHall', { hall: format.text(hall.name), found: hall.found })}
            </a>
          ))}
        </p>
      )}
      <div data-nothing="" hidden={found > 0}>
        <EmptyState
          title={
            query.search === '' ? t('plan.nothing.titleFilter') : t('plan.nothing.title', { search: query.search })
          }
          action={
            <a
              className="button"
              href={planHref(query, { q: null, sector: null, status: null, booth: null })}
              data-clear=""
            >
              {t('plan.nothing.clear')}
            </a>
          }
        >
          {t('plan.nothing.text')}
        </EmptyState>
      </div>
      {page.groups.map(({ sector, rows }) => (
        <section
          key={sector?.id ?? ''}
          className="booth-group"
          data-group=""
          hidden={rows.every((row) => !row.found)}
          {...(sector ? { 'aria-label': sector.name } : {})}
        >
          {(sector || page.groups.length > 1) && (
            <h2 className="booth-group__title">
              {sector ? <SectorChip {...sector} /> : t('plan.noSector')}
              <span className="booth-group__count" data-group-count="">
                {format.number(rows.filter((row) => row.found).length)}
              </span>
            </h2>
          )}
          <ul className="booth-rows">
            {rows.map((row) => (
              <BoothRow key={row.id} row={row} query={query} selected={row.id === page.selected?.id} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function BoothRow({ row, query, selected }: { row: PlanRow; query: PlanQuery; selected: boolean }) {
  const { t } = useTranslation('booths')
  const facts = useBoothFacts()(row)
  const word = t(`status.${row.status}`)
  return (
    <li
      className={`booth-row is-${row.status}`}
      hidden={!row.found}
      data-row={row.id}
      data-words={row.words}
      data-sector={row.sectorId ?? 'none'}
      data-status={row.status}
      data-exhibitor={row.exhibitorId ?? ''}
      data-version={row.version}
      data-facts={facts}
    >
      <a href={planHref(query, { booth: row.id })} aria-current={selected ? 'true' : undefined}>
        <b className="booth-row__number">{row.number}</b>
        <span className="booth-row__name" data-name="">
          {row.exhibitorName ?? word}
        </span>
        <span className={`status status--${row.status}`} data-mark="">
          <span className="visually-hidden">{row.exhibitorName === null ? '' : word}</span>
        </span>
      </a>
    </li>
  )
}
