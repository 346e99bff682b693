import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minuteOf } from '#shared/programme/time'
import { useLayoutPart } from './useLayout'

const EVERY_MS = 20_000

/** Where the clock stands, on the day itself. */
export function NowLine() {
  const { t } = useTranslation('timetable')
  const from = useLayoutPart((layout) => layout.from)
  const until = useLayoutPart((layout) => layout.until)
  const [now, setNow] = useState(() => minuteOf(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setNow(minuteOf(new Date())), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  if (now < from || now >= until) return null
  return (
    <div className="tt-now" style={{ top: `${((now - from) / (until - from)) * 100}%` }} aria-hidden="true">
      <span className="tt-now__label">{t('grid.now')}</span>
    </div>
  )
}
