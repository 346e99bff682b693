import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { useFormat } from '~/lib/format'

/** One line of what happened. Instants are ISO text. */
export interface TrailEntry {
  id: number
  action: string
  by: string | null
  exhibitor: string | null
  booth: string
  at: string
}

const ACTIONS = ['hold', 'claim', 'confirm', 'decline', 'withdraw', 'expire', 'move', 'block', 'unblock'] as const
type TrailAction = (typeof ACTIONS)[number]
const actionOf = (action: string): TrailAction | null =>
  ACTIONS.find((known) => action === `claim.${known}` || action === `booth.${known}`) ?? null

/** Entries about claims and blocks; the fair's history has others, which belong elsewhere. */
export const isAboutClaims = (entry: { action: string }): boolean => actionOf(entry.action) !== null

export function Trail({ entries, timeZone }: { entries: readonly TrailEntry[]; timeZone: string }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  if (entries.length === 0) return <EmptyState title={t('queue.trail.empty')} />
  return (
    <ol className="trail">
      {entries.map(({ id, action, by, exhibitor, booth, at }) => {
        const known = actionOf(action)
        return (
          <li key={id}>
            <time dateTime={at}>{format.instant(at, timeZone)}</time>
            <span>
              {known &&
                t(`queue.trail.actions.${known}`, { exhibitor: exhibitor ?? t('queue.trail.somebody'), number: booth })}
            </span>
            <span className="booth-facts__soft">
              {by ?? t(known === 'expire' ? 'queue.trail.nobody' : 'queue.trail.somebody')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
