import { useTranslation } from 'react-i18next'
import { type DurationUnit, durationParts } from './remaining'

/** `1 d 23 h` in the reader's language. */
export function useDuration(): (ms: number, smallest?: DurationUnit) => string {
  const { t } = useTranslation('claims')
  return (ms, smallest) =>
    durationParts(ms, smallest)
      .map(({ unit, value }) => t(`units.${unit}`, { value }))
      .join(' ')
}
