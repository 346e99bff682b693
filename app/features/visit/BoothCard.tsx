import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { SectorChip } from '~/components/SectorChip'
import { StatusBadge } from '~/components/StatusBadge'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { useBoothFacts } from './boothFacts'
import { FrameTarget } from './frameTarget'
import { planHref } from './planHref'
import type { PlanPage } from './planPage'
import type { PlanQuery } from './planQuery'

/** What there is to know of the chosen booth: a sheet on phones, a card on the map elsewhere. The small script fills its slots anew. */
export function BoothCard({ page, query, slug }: { page: PlanPage; query: PlanQuery; slug: string }) {
  const { t } = useTranslation(['visit', 'booths'])
  const paths = visitPaths(useLang(), slug)
  const facts = useBoothFacts()
  const target = useContext(FrameTarget)
  const row = page.selected
  const sector = page.sectors.find(({ id }) => id === row?.sectorId)
  return (
    <section className="booth-card" data-card="" hidden={row === null} tabIndex={-1} aria-label={t('plan.details')}>
      <div className="booth-card__head">
        <strong className="booth-card__number" data-slot="number">
          {row?.number}
        </strong>
        <span data-slot="status">{row && <StatusBadge status={row.status} />}</span>
        <a className="booth-card__close" href={planHref(query, { booth: null })} data-card-close="">
          <span className="visually-hidden">{t('plan.close')}</span>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
          </svg>
        </a>
      </div>
      <p className="booth-card__name" data-slot="name">
        {row?.exhibitorId ? (
          <a href={paths.exhibitor(row.exhibitorId)} {...target}>
            {row.exhibitorName}
          </a>
        ) : (
          row && (row.exhibitorName ?? t(`booth.nobody.${row.status}`))
        )}
      </p>
      <p className="booth-card__sector" data-slot="sector">
        {sector && <SectorChip {...sector} />}
      </p>
      <p className="booth-card__facts" data-slot="facts">
        {row && facts(row)}
      </p>
      <div className="booth-card__actions">
        <a
          className="button button--primary button--small"
          href={row ? paths.booth(row.id) : undefined}
          data-slot="link"
          {...target}
        >
          {t('plan.details')}
        </a>
        <button className="button button--small" type="button" data-copy="" data-with-script="" hidden>
          {t('plan.copy')}
        </button>
      </div>
    </section>
  )
}
