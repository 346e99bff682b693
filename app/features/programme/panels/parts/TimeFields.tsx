import { useTranslation } from 'react-i18next'
import { CommitField } from '~/features/editor/parts/CommitField'
import { parseMinutes, parseTime } from '../times'

interface TimeFieldProps {
  label: string
  /** 09:30 */
  time: string
  bare?: boolean
  disabled?: boolean
  /** False: this time does not do. */
  onTime: (time: string) => boolean
  /** Arrow keys: minutes to be earlier or later. */
  onShift?: (minutes: number) => void
}

const STEP = 5

/** A time of the clock; arrow keys go by five minutes, with Shift by fifty. */
export function TimeField({ label, time, bare = false, disabled = false, onTime, onShift }: TimeFieldProps) {
  return (
    <CommitField
      bare={bare}
      label={label}
      className="small-input--number"
      inputMode="numeric"
      disabled={disabled}
      text={time}
      onCommit={(text) => {
        const typed = parseTime(text)
        return typed !== null && onTime(typed)
      }}
      {...(onShift ? { onStep: (steps: number) => onShift(steps * STEP) } : {})}
    />
  )
}

interface MinutesFieldProps {
  label: string
  minutes: number
  bare?: boolean
  disabled?: boolean
  onMinutes: (minutes: number) => boolean
}

export function MinutesField({ label, minutes, bare = false, disabled = false, onMinutes }: MinutesFieldProps) {
  const { t } = useTranslation('talks')
  return (
    <CommitField
      bare={bare}
      label={label}
      className="small-input--number"
      inputMode="numeric"
      unit={t('minutes')}
      disabled={disabled}
      text={String(minutes)}
      onCommit={(text) => {
        const typed = parseMinutes(text)
        return typed !== null && onMinutes(typed)
      }}
      {...(bare ? {} : { onStep: (steps: number) => onMinutes(Math.max(STEP, minutes + steps * STEP)) })}
    />
  )
}
