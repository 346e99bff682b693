const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type DurationUnit = 'days' | 'hours' | 'minutes' | 'seconds'
export interface DurationPart {
  unit: DurationUnit
  value: number
}

/** The two largest units, rounded down, so that a countdown never promises more than there is: 1 d 23 h, 47 min 5 s. */
export function durationParts(ms: number, smallest: DurationUnit = 'seconds'): DurationPart[] {
  const left = Math.max(0, ms)
  const all: DurationPart[] = [
    { unit: 'days', value: Math.floor(left / DAY) },
    { unit: 'hours', value: Math.floor((left % DAY) / HOUR) },
    { unit: 'minutes', value: Math.floor((left % HOUR) / MINUTE) },
    { unit: 'seconds', value: Math.floor((left % MINUTE) / SECOND) },
  ]
  const usable = all.slice(0, all.findIndex(({ unit }) => unit === smallest) + 1)
  const first = usable.findIndex(({ value }) => value > 0)
  if (first < 0) return [{ unit: smallest, value: 0 }]
  const parts = usable.slice(first, first + 2)
  return parts.filter(({ value }, index) => index === 0 || value > 0)
}

/** Moments (ms before the end) at which a screen reader is told; every second would drown everything else. */
const THRESHOLDS = [DAY, 6 * HOUR, HOUR, 10 * MINUTE, MINUTE, 0]

/** The last threshold passed, or null while there is more time than that. */
export const passedThreshold = (msLeft: number): number | null =>
  THRESHOLDS.findLast((threshold) => msLeft <= threshold) ?? null

export const isUrgent = (msLeft: number): boolean => msLeft <= HOUR
