import { useLayout } from './useLayout'

const HALF_HOUR = 30

/** Lines of the hours and of the stages, as thin boxes: patterns over a wide day are slow to paint. */
export function DayLines() {
  const { stages, from, until } = useLayout()
  const times: number[] = []
  for (let minute = from; minute < until; minute += HALF_HOUR) times.push(minute)
  return (
    <>
      {times.map((minute, index) => (
        <span
          key={minute}
          className={index % 2 === 0 ? 'tt-line tt-line--hour' : 'tt-line tt-line--half'}
          style={{ top: `${((minute - from) / (until - from)) * 100}%` }}
        />
      ))}
      {stages.map(({ id }, column) => (
        <span
          key={id}
          className="tt-line tt-line--stage"
          style={{ left: `${((column + 1) / stages.length) * 100}%` }}
        />
      ))}
    </>
  )
}
