import { useTranslation } from 'react-i18next'
import { dayHolding } from '~/timetable/view/days'
import { useProgramme, useTimetable } from '../useProgramme'
import { useGridWords } from './useGridWords'

/** What the keyboard and the pointer have done, for those who do not see it. */
export function Announcer() {
  const { t } = useTranslation('timetable')
  const { timetable } = useProgramme()
  const words = useGridWords()
  const announcement = useTimetable((state) => state.announcement)
  let text = ''
  if (announcement) {
    const { code, ref, placement, count } = announcement
    const held = ref === null ? null : timetable.held(ref)
    const day = placement && dayHolding(timetable.state.days, placement.start)
    text = t(`announce.${code}`, {
      count,
      title: held ? words.title(held.talk) : '',
      place: placement ? words.place(placement, day?.day ?? timetable.state.day) : '',
    })
  }
  return (
    <p className="visually-hidden" role="status" aria-live="assertive" aria-atomic="true" data-announcement>
      {text}
    </p>
  )
}
