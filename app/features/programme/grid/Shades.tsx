import type { CSSProperties } from 'react'
import type { Span } from '#shared/document/schedule'
import { mergeSpans } from '#shared/programme/spans'
import { useFacts } from '../useProgramme'
import { DayLines } from './DayLines'
import { useLayout } from './useLayout'

/** What lies between the spans. */
function gaps(spans: readonly Span[], from: number, until: number): Span[] {
  const found: [number, number][] = []
  let at = from
  for (const [start, end] of mergeSpans(spans)) {
    if (start > at && at < until) found.push([at, Math.min(start, until)])
    at = Math.max(at, end)
  }
  if (at < until) found.push([at, until])
  return found
}

/** Where nothing should be: the fair is closed, or a stage is not available. */
export function Shades() {
  const { openSpans } = useFacts()
  const { stages, from, until } = useLayout()
  const place = ([start, end]: Span): CSSProperties => ({
    top: `${((start - from) / (until - from)) * 100}%`,
    height: `${((end - start) / (until - from)) * 100}%`,
  })
  return (
    <div className="tt-shades" role="presentation">
      {openSpans.length > 0 &&
        gaps(openSpans, from, until).map((span) => (
          <span key={span[0]} className="tt-shade tt-shade--closed" style={place(span)} />
        ))}
      {stages.map(({ id, availability }, column) =>
        availability
          ? gaps(availability, from, until).map((span) => (
              <span
                key={`${id} ${span[0]}`}
                className="tt-shade tt-shade--taken"
                style={{ ...place(span), left: `${(column / stages.length) * 100}%`, width: `${100 / stages.length}%` }}
              />
            ))
          : null,
      )}
      <DayLines />
    </div>
  )
}
