import { timeLabel } from '#shared/programme/gridDays'
import { useFacts, useTimetable } from '../useProgramme'
import { useLayoutPart } from './useLayout'
import { useNow } from './useNow'

/** Steps of the labels in minutes, and from how many pixels a minute on each is worth its room. */
const STEPS = [
  [15, 3],
  [30, 1.1],
  [60, 0],
] as const

/** Hours and parts of them at the left, by the clocks of the fair: an hour that comes twice is there twice. */
export function TimeAxis() {
  const { timeZone } = useFacts()
  const from = useLayoutPart((layout) => layout.from)
  const until = useLayoutPart((layout) => layout.until)
  const step = useTimetable(({ zoom }) => (STEPS.find(([, least]) => zoom >= least) ?? STEPS[2])[0])
  const now = useNow()
  const ticks: number[] = []
  for (let minute = from; minute < until; minute += step) ticks.push(minute)
  return (
    <div className="tt-axis" aria-hidden="true">
      {ticks.map((minute) => {
        const label = timeLabel(minute, timeZone)
        return (
          <span
            key={minute}
            className={label.endsWith('00') ? 'tt-axis__hour' : 'tt-axis__part'}
            style={{ top: `${((minute - from) / (until - from)) * 100}%` }}
          >
            {label}
          </span>
        )
      })}
      {now !== null && (
        <span className="tt-axis__now" style={{ top: `${((now - from) / (until - from)) * 100}%` }}>
          {timeLabel(now, timeZone)}
        </span>
      )}
    </div>
  )
}
