import { useTranslation } from 'react-i18next'
import type { ProgrammePage } from './programmePage'

/** The days of the programme, each with what was found on it. */
export function DayTabs({ page, href }: { page: ProgrammePage; href: (day: string) => string }) {
  const { t } = useTranslation('programme')
  if (page.days.length < 2) return <p className="day-alone">{page.day.name}</p>
  return (
    <nav className="day-tabs" aria-label={t('days')}>
      {page.days.map(({ day, name, found }) => (
        <a key={day} href={href(day)} aria-current={day === page.day.day ? 'page' : undefined} data-day-tab={day}>
          <span>{name}</span>
          <span className="day-tabs__count" data-day-count="">
            {found}
          </span>
        </a>
      ))}
    </nav>
  )
}
