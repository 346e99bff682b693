import { Form, Link, useRevalidator, useSearchParams } from '@remix-run/react'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { useLang } from '~/lib/useLang'
import { nextCount, ROWS_A_PAGE, shownCount, withParams } from './boothAddress'
import { QueueRow } from './QueueRow'
import type { ClaimTab } from './queueView'
import type { FreeBooth, QueueClaim, SectorsById } from './types'

export interface ClaimsQueuePanelProps {
  tab: ClaimTab
  items: readonly QueueClaim[]
  /** Words searched for. */
  search: string
  fairId: string
  timeZone: string
  sectors: SectorsById
  free: readonly FreeBooth[]
  formKey: string
  published: boolean
  /** A move under way and the booth picked for it, by list or plan. */
  move: { claimId: string; boothId: string } | null
  onMove: (move: { claimId: string; boothId: string } | null) => void
}

/** The claims of one tab: found, paged, and confirmed several at a time. */
export function ClaimsQueuePanel(props: ClaimsQueuePanelProps) {
  const { tab, items, search, fairId, timeZone, sectors, free, formKey, published, move, onMove } = props
  const { t } = useTranslation(['claims', 'common'])
  const [params] = useSearchParams()
  const lang = useLang()
  const paths = organiserPaths(lang, fairId)
  const bulkForm = useId()
  const shown = useMemo(() => items.slice(0, shownCount(params)), [items, params])
  const bulk = tab === 'open' && shown.length > 1
  const [selected, setSelected] = useState(0)
  if (items.length === 0) return <NoClaims tab={tab} search={search} publishHref={published ? null : paths.release} />
  return (
    <div className="stack">
      {bulk && (
        <Form id={bulkForm} method="post" className="bulk" preventScrollReset onSubmit={() => setSelected(0)}>
          <input type="hidden" name="key" value={formKey} />
          <button type="submit" className="button button--small" name="intent" value="confirmSelected">
            {t('claims:queue.bulk.confirm')}
          </button>
          {selected > 0 && <span role="status">{t('claims:queue.bulk.selected', { count: selected })}</span>}
        </Form>
      )}
      <ul
        className="claim-list"
        onChange={(event) => {
          const boxes = event.currentTarget.querySelectorAll<HTMLInputElement>('input[name="claimId"][type="checkbox"]')
          setSelected([...boxes].filter(({ checked }) => checked).length)
        }}
      >
        {shown.map((item) => (
          <QueueRow
            key={item.claim.id}
            item={item}
            sectors={sectors}
            timeZone={timeZone}
            formKey={formKey}
            free={free}
            exhibitorHref={paths.exhibitor(item.exhibitor.id)}
            moveTo={move?.claimId === item.claim.id ? move.boothId : null}
            onMoving={(claimId) => {
              if (claimId) onMove({ claimId, boothId: '' })
              else if (move?.claimId === item.claim.id) onMove(null)
            }}
            onMoveTo={(boothId) => onMove({ claimId: item.claim.id, boothId })}
            bulkForm={bulk ? bulkForm : null}
          />
        ))}
      </ul>
      {items.length > shown.length && (
        <p>
          <Link
            className="button button--small"
            to={withParams(params, { show: nextCount(params) })}
            preventScrollReset
            replace
          >
            {t('claims:queue.more', { count: Math.min(ROWS_A_PAGE, items.length - shown.length) })}
          </Link>
        </p>
      )}
    </div>
  )
}

function NoClaims({ tab, search, publishHref }: { tab: ClaimTab; search: string; publishHref: string | null }) {
  const { t } = useTranslation('claims')
  if (search !== '')
    return <EmptyState title={t('queue.empty.searchTitle')}>{t('queue.empty.searchText', { search })}</EmptyState>
  return (
    <EmptyState
      title={t(`queue.empty.${tab}Title`)}
      action={
        tab === 'all' && publishHref ? (
          <a className="button button--primary" href={publishHref}>
            {t('queue.empty.publish')}
          </a>
        ) : undefined
      }
    >
      {t(`queue.empty.${tab}Text`)}
    </EmptyState>
  )
}

/** Somebody else acted: said once, quietly, with the way to see it. */
export function ChangedNote() {
  const { t } = useTranslation('claims')
  const { revalidate } = useRevalidator()
  return (
    <p className="changed-note" role="status">
      {t('queue.changed')}{' '}
      <button type="button" className="button button--small" onClick={() => revalidate()}>
        {t('queue.refresh')}
      </button>
    </p>
  )
}
