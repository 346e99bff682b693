import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { DifferenceCounts, DifferenceList, MarksLegend } from './DifferenceList'
import { HISTORY_VIEWS, type HistoryView } from './historyQuery'
import { MarkedPlan } from './MarkedPlan'
import type { DifferenceLine, HallChoice, MomentTalk, ShownHall } from './types'

export interface Moment {
  position: number
  isNow: boolean
  view: HistoryView
  /** How many differences each view has. */
  counts: Readonly<Record<HistoryView, number>>
  halls: readonly (HallChoice & { href: string })[]
  hall: ShownHall | null
  days: readonly { day: string; href: string }[]
  day: { day: string; talks: readonly MomentTalk[] } | null
  unscheduled: number
  viewHrefs: Readonly<Record<HistoryView, string>>
  differences: readonly DifferenceLine[]
}

/** The fair as it was: its plan, hall by hall, or its programme, day by day, and how it differs from now. */
export function MomentSection({ moment, title, actions }: { moment: Moment; title: string; actions: ReactNode }) {
  const { t } = useTranslation('history')
  const { view, counts, viewHrefs, isNow, differences } = moment
  return (
    <section className="stack moment" aria-labelledby="moment">
      <h2 id="moment">{title}</h2>
      {actions}
      <nav className="tabs" aria-label={t('moment.views')}>
        {HISTORY_VIEWS.map((one) => (
          <Link
            key={one}
            to={viewHrefs[one]}
            aria-current={one === view ? 'page' : undefined}
            preventScrollReset
            replace
          >
            {t(`moment.${one}`)}
            {!isNow && counts[one] > 0 && <span className="tabs__count">{counts[one]}</span>}
          </Link>
        ))}
      </nav>
      {view === 'plan' ? <PlanThen moment={moment} /> : <ProgrammeThen moment={moment} />}
      {!isNow && (
        <section className="stack stack--tight" aria-labelledby="differences">
          <h3 id="differences">{t('since.title')}</h3>
          {differences.length > 0 ? (
            <>
              <DifferenceCounts lines={differences} words="since" />
              <DifferenceList key={`${moment.position} ${view}`} lines={differences} words="since" />
            </>
          ) : (
            <p>{t(counts.plan + counts.programme === 0 ? 'since.none' : 'since.noneHere')}</p>
          )}
        </section>
      )}
    </section>
  )
}

function PlanThen({ moment: { halls, hall, isNow } }: { moment: Moment }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  if (!hall) return <p>{t('moment.noHalls')}</p>
  const { drawing, marks } = hall
  return (
    <div className="stack stack--tight">
      {halls.length > 1 && (
        <nav className="hall-tabs" aria-label={t('moment.halls')}>
          {halls.map(({ id, name, href }) => (
            <Link key={id} to={href} aria-current={id === drawing.id ? 'page' : undefined} preventScrollReset replace>
              {format.text(name)}
            </Link>
          ))}
        </nav>
      )}
      <MarkedPlan hall={drawing} marks={marks} label={t('moment.planOf', { hall: format.text(drawing.name) })} />
      {!isNow && <MarksLegend words="since" />}
    </div>
  )
}

function ProgrammeThen({ moment: { days, day, unscheduled } }: { moment: Moment }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  return (
    <div className="stack stack--tight">
      {days.length > 1 && (
        <nav className="day-tabs" aria-label={t('moment.days')}>
          {days.map((one) => (
            <Link
              key={one.day}
              to={one.href}
              aria-current={one.day === day?.day ? 'page' : undefined}
              preventScrollReset
              replace
            >
              {format.dayTab(one.day)}
            </Link>
          ))}
        </nav>
      )}
      {day && <h3>{t('moment.onDay', { day: format.day(day.day) })}</h3>}
      {!day || day.talks.length === 0 ? (
        <p>{t(day ? 'moment.noTalksDay' : 'moment.noTalks')}</p>
      ) : (
        <ul className="moment-talks">
          {day.talks.map(({ key, time, title, stage, kind }) => (
            <li key={key} className={kind ? `moment-talk is-${kind}` : 'moment-talk'}>
              <span className="moment-talk__time">{time}</span>
              <span>
                <strong>{title}</strong>
                <span className="changed-list__holder">{stage}</span>
              </span>
              {kind && <span className={`change-sign change-sign--${kind}`}>{t(`since.marks.${kind}`)}</span>}
            </li>
          ))}
        </ul>
      )}
      {unscheduled > 0 && <p className="booth-facts__soft">{t('moment.shelf', { count: unscheduled })}</p>}
    </div>
  )
}
