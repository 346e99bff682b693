import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '~/features/editor/parts/Icon'
import { TIMETABLE_VIEWS, type TimetableView } from '~/timetable/types'
import { useProgramme, useTimetable } from '../useProgramme'

const ICONS: Readonly<Record<TimetableView, IconName>> = { grid: 'columns', list: 'table', sheet: 'sheet' }

/** The same programme as grid, as list, or as a sheet for each stage. */
export function ViewSwitch() {
  const { t } = useTranslation('timetable')
  const { timetable } = useProgramme()
  const shown = useTimetable((state) => state.view)
  return (
    <fieldset className="segmented tt-views" aria-label={t('views.label')}>
      {TIMETABLE_VIEWS.map((view) => (
        <button key={view} type="button" aria-pressed={view === shown} onClick={() => timetable.setView(view)}>
          <Icon name={ICONS[view]} />
          <span>{t(`views.${view}`)}</span>
        </button>
      ))}
    </fieldset>
  )
}
