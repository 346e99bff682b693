import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import type { HistoryDay, HistoryLine } from './types'

export interface HistoryLogProps {
  days: readonly HistoryDay[]
  /** The moment that is shown beside. */
  at: number | null
  olderHref: string | null
  newestHref: string | null
  /** Without the filter. */
  allHref: string
}

/** Who did what when, the newest first. */
export function HistoryLog({ days, at, olderHref, newestHref, allHref }: HistoryLogProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  return (
    <div className="stack history-scroll">
      {newestHref && (
        <p>
          <Link className="button button--small" to={newestHref} preventScrollReset>
            {t('log.newest')}
          </Link>
        </p>
      )}
      {days.length === 0 && (
        <p>
          {t(olderHref ? 'log.nothingYet' : 'log.nothing')} <Link to={allHref}>{t('log.all')}</Link>
        </p>
      )}
      {days.map(({ day, lines }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className="history-day">
            {format.day(day)}
          </h3>
          <ol className="history-lines" reversed>
            {lines.map((line) => (
              <Line key={line.position} line={line} current={line.position === at} />
            ))}
          </ol>
        </section>
      ))}
      {olderHref && (
        <p>
          <Link className="button" to={olderHref} preventScrollReset>
            {t('log.older')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Line({ line, current }: { line: HistoryLine; current: boolean }) {
  const { t } = useTranslation('history')
  const { time, at, who, what, where, href, undoHref } = line
  return (
    <li className={current ? 'history-line is-current' : 'history-line'}>
      <Link to={href} className="history-line__look" aria-current={current ? 'true' : undefined}>
        <time dateTime={at}>{time}</time>
        <span>
          <strong>{who}</strong> {what}
          {where && <span className="changed-list__holder">{where}</span>}
        </span>
      </Link>
      {undoHref && (
        <Link to={undoHref} className="history-line__undo">
          {t('log.undoRestore')}
        </Link>
      )}
    </li>
  )
}
