import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { QUEUE_TABS, type QueueTab } from './queueView'

/** Counts by tab; tabs without one have nothing to count. */
export function QueueTabs({ current, counts }: { current: QueueTab; counts: Partial<Record<QueueTab, number>> }) {
  const { t } = useTranslation('claims')
  const [search] = useSearchParams()
  const q = search.get('q')
  return (
    <nav className="tabs" aria-label={t('queue.tabs.label')}>
      {QUEUE_TABS.map((tab) => (
        <Link
          key={tab}
          to={`?${new URLSearchParams({ tab, ...(q ? { q } : {}) })}`}
          aria-current={tab === current ? 'page' : undefined}
          preventScrollReset
        >
          {t(`queue.tabs.${tab}`)}
          {counts[tab] !== undefined && <span className="tabs__count">{counts[tab]}</span>}
        </Link>
      ))}
    </nav>
  )
}
