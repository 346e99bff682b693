import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { isUrgent, passedThreshold } from './remaining'
import { useDuration } from './useDuration'
import { useRemaining } from './useRemaining'

export interface HoldCountdownProps {
  number: string
  until: string
  /** ISO text of the server's clock when the page was made. */
  serverNow: string
  timeZone: string
  /** Called once when the hold runs out while one looks on. */
  onOver?: () => void
}

/** Ticks for the eye; for the ear it speaks at a few moments only. */
export function HoldCountdown({ number, until, serverNow, timeZone, onOver }: HoldCountdownProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const duration = useDuration()
  const left = useRemaining(until, serverNow)
  const first = useRef(passedThreshold(left))
  const threshold = passedThreshold(left)
  const over = left <= 0
  const tell = useRef(onOver)
  tell.current = onOver
  const wasRunning = useRef(!over)

  useEffect(() => {
    if (over && wasRunning.current) tell.current?.()
    wasRunning.current = !over
  }, [over])

  let announcement = ''
  if (threshold !== null && threshold !== first.current)
    announcement = over
      ? t('countdown.announceOver', { number })
      : t('countdown.announce', { number, duration: duration(threshold, 'minutes') })

  return (
    <div className="countdown" data-urgent={isUrgent(left) || undefined}>
      {over ? (
        <strong className="countdown__left">{t('countdown.over')}</strong>
      ) : (
        <>
          <strong className="countdown__left">{t('countdown.left', { duration: duration(left) })}</strong>{' '}
          <span>
            {t('countdown.until', { moment: '' })}
            <time dateTime={until}>{format.moment(until, timeZone)}</time>
          </span>
        </>
      )}
      <span className="visually-hidden" aria-live="polite">
        {announcement}
      </span>
    </div>
  )
}
