import { Link, useNavigate, useRevalidator, useSearchParams } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import type { SectorChoice } from '~/features/exhibitors/SectorChecks'
import { useFormat } from '~/lib/format'
import type { HallDrawing } from '~/lib/planView/hallDrawing'
import type { Failure } from '~/services/answer.server'
import { BoothFilters } from './BoothFilters'
import { BoothPlan } from './BoothPlan'
import { BoothRow } from './BoothRow'
import { nextCount, ROWS_A_PAGE, shownCount, withParams } from './boothAddress'
import { findBooths, isFiltering, readBoothFilter } from './boothFilter'
import { OwnBoothCard } from './OwnBoothCard'
import { TakenNotice } from './TakenNotice'
import type { OwnClaim, PageBooth } from './types'
import { useLiveBooths } from './useLiveBooths'

export interface ClaimDeskProps {
  fair: { id: string; timeZone: string; holdHours: number }
  booths: readonly (PageBooth & { version: number })[]
  halls: readonly HallDrawing[]
  sectors: readonly SectorChoice[]
  own: readonly OwnClaim[]
  mySectors: readonly string[]
  /** Whether another booth can be taken by whoever looks. */
  mayTake: boolean
  formKey: string
  serverNow: string
  myBoothHref: string
  failure: (Failure & { boothId: string }) | null
}

/** List and plan of the booths, live, with one's own on top. */
export function ClaimDesk(props: ClaimDeskProps) {
  const { fair, halls, own, mySectors, mayTake, formKey, serverNow, failure } = props
  const { t } = useTranslation('claims')
  const format = useFormat()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const ownIds = useMemo(() => own.map(({ boothId }) => boothId), [own])
  const { booths, state } = useLiveBooths(fair.id, props.booths, ownIds)
  const sectors = useMemo(() => new Map(props.sectors.map((sector) => [sector.id, sector])), [props.sectors])
  const byId = useMemo(() => new Map(booths.map((booth) => [booth.id, booth])), [booths])

  const filter = readBoothFilter(search)
  // Found and sorted by what was loaded: nothing moves away under a thumb because somebody else takes a booth.
  const found = findBooths(props.booths, filter, mySectors).map((booth) => byId.get(booth.id) ?? booth)
  const picked = byId.get(search.get('booth') ?? '')
  const page = found.slice(0, shownCount(search))
  const shown = picked && !page.includes(picked) ? [picked, ...page] : page
  const take = mayTake ? { formKey, holdHours: fair.holdHours } : null
  const view = search.get('view') === 'plan' ? 'plan' : 'list'
  const hallId = picked?.hallId ?? filter.hallId ?? byId.get(ownIds[0] ?? '')?.hallId ?? halls[0]?.id ?? ''
  const showRow = useRef<string | null>(null)
  const pickOnPlan = (boothId: string) => {
    navigate(withParams(search, { booth: boothId }), { preventScrollReset: true, replace: true })
    showRow.current = boothId
  }
  const hrefOf = (boothId: string) => withParams(search, { booth: boothId })
  const statuses = useMemo(() => Object.fromEntries(booths.map(({ id, status }) => [id, { status }])), [booths])

  useEffect(() => {
    if (showRow.current === null || showRow.current !== picked?.id) return
    showRow.current = null
    const row = [...document.querySelectorAll<HTMLElement>(`[data-row="${picked.id}"]`)].find(isShown)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector('a')?.focus({ preventScroll: true })
  }, [picked])

  const rowOf = (booth: PageBooth) => (
    <BoothRow
      key={booth.id}
      booth={booth}
      sectors={sectors}
      mine={ownIds.includes(booth.id)}
      selected={booth.id === picked?.id}
      take={take}
      href={hrefOf(booth.id)}
    />
  )

  return (
    <div className="desk" data-view={view}>
      {failure && (
        <TakenNotice
          failure={failure}
          number={byId.get(failure.boothId)?.number ?? ''}
          alternatives={alternativesOf(failure).flatMap((id) => byId.get(id) ?? [])}
          sectors={sectors}
          take={take}
          hrefOf={hrefOf}
        />
      )}
      {own.map((claim) => (
        <OwnBoothCard
          key={claim.claimId}
          claim={claim}
          booth={byId.get(claim.boothId) ?? null}
          sectors={sectors}
          timeZone={fair.timeZone}
          serverNow={serverNow}
          formKey={formKey}
          holdHours={fair.holdHours}
          href={props.myBoothHref}
          onOver={revalidate}
        />
      ))}
      {state === 'away' && (
        <p className="live-note" role="status">
          {t('live.away')}
        </p>
      )}
      <BoothFilters
        filter={filter}
        sectors={props.sectors}
        halls={halls.map(({ id, name }) => ({ id, name: format.text(name) }))}
        hasSectors={mySectors.length > 0}
        keep={keptParams(search)}
      />
      <nav className="view-switch" aria-label={t('choose.views.label')}>
        {(['list', 'plan'] as const).map((name) => (
          <Link
            key={name}
            to={withParams(search, { view: name === 'plan' ? name : null })}
            aria-current={view === name ? 'true' : undefined}
            preventScrollReset
            replace
          >
            {t(`choose.views.${name}`)}
          </Link>
        ))}
      </nav>
      <section className="desk__list" aria-labelledby="booths-title">
        <h2 id="booths-title" className="desk__count">
          {t('choose.found', {
            count: found.length,
            free: format.number(found.filter(({ status }) => status === 'available').length),
          })}
        </h2>
        {shown.length === 0 ? (
          <EmptyState
            title={t('choose.empty.title')}
            action={
              <a className="button" href="?">
                {t('choose.empty.clear')}
              </a>
            }
          >
            {t('choose.empty.text')}
          </EmptyState>
        ) : (
          <ul className="booth-list">{shown.map(rowOf)}</ul>
        )}
        {found.length > page.length && (
          <p className="cluster">
            <span className="booth-facts__soft">
              {t('choose.showing', { shown: page.length, count: found.length })}
            </span>
            <Link
              className="button button--small"
              to={withParams(search, { show: nextCount(search) })}
              preventScrollReset
              replace
            >
              {t('choose.more', { count: Math.min(ROWS_A_PAGE, found.length - page.length) })}
            </Link>
          </p>
        )}
      </section>
      <section className="desk__plan" aria-labelledby="plan-title">
        <h2 id="plan-title" className="visually-hidden">
          {t('choose.planTitle')}
        </h2>
        <BoothPlan
          halls={halls}
          hallId={hallId}
          hallHref={(id) => withParams(search, { hall: id, booth: null })}
          statuses={statuses}
          selected={picked ? [picked.id] : ownIds}
          matches={isFiltering(filter) ? new Set(found.map(({ id }) => id)) : null}
          onSelect={pickOnPlan}
        />
        {picked && <ul className="booth-list desk__picked">{rowOf(picked)}</ul>}
      </section>
    </div>
  )
}

const isShown = (element: HTMLElement) => element.offsetParent !== null

/** What a filter form must carry on: for whom one acts, and whether list or plan is in front. */
const keptParams = (search: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...search].filter(([name]) => name === 'as' || name === 'view'))

function alternativesOf(failure: Failure): string[] {
  const { alternatives } = failure.params
  if (!Array.isArray(alternatives)) return []
  return alternatives.flatMap((booth: unknown) =>
    typeof booth === 'object' && booth !== null && 'id' in booth && typeof booth.id === 'string' ? [booth.id] : [],
  )
}
