import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { standingSlots } from '#shared/programme/standing'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { dayHolding } from '~/timetable/view/days'
import { useProgramme, useTimetable } from '../useProgramme'

/** The days; a talk that is dragged to one goes to the same time of it. */
export function DayTabs() {
  const { t } = useTranslation('timetable')
  const format = useFormat()
  const { timetable } = useProgramme()
  const days = useTimetable((state) => state.days)
  const shown = useTimetable((state) => state.day)
  const plan = usePlan()
  const { talks, stages, halls } = plan
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the plan only talks and stages matter here
  const counts = useMemo(() => {
    const sums = new Map<string, number>()
    for (const talk of talks.values()) {
      if (talk.removed) continue
      for (const { start } of standingSlots(plan, talk)) {
        const day = dayHolding(days, start)?.day
        if (day !== undefined) sums.set(day, (sums.get(day) ?? 0) + 1)
      }
    }
    return sums
  }, [talks, stages, halls, days])

  return (
    <nav className="tt-days" aria-label={t('days.label')}>
      {days.map(({ day }) => (
        <button
          key={day}
          type="button"
          className="tt-day"
          data-zone="day"
          data-day={day}
          aria-current={day === shown ? 'date' : undefined}
          onClick={() => timetable.setDay(day)}
        >
          <span>{format.dayTab(day)}</span>
          <span className="tt-day__count" aria-hidden="true">
            {counts.get(day) ?? 0}
          </span>
          <span className="visually-hidden">{t('days.talks', { count: counts.get(day) ?? 0 })}</span>
        </button>
      ))}
    </nav>
  )
}
