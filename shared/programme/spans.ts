import type { Span } from '#shared/document/schedule'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** A part of a stretch of time, perhaps in pieces: first and last minute, and how many minutes it has. */
export interface Part {
  from: number
  until: number
  minutes: number
}

/** Lists of spans are never changed, only replaced: each is merged once for all talks. */
const known = new WeakMap<readonly Span[], readonly Span[]>()

/** In order, without overlaps; those that touch become one. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged = known.get(spans) ?? merge(spans)
  known.set(spans, merged)
  return merged
}

function merge(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = []
  for (const [from, until] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else merged.push([from, until])
  }
  return merged
}

/** What of the stretch lies within the spans; null for nothing. */
export function coveredPart({ start, end }: Stretch, spans: readonly Span[]): Part | null {
  return partOf(
    mergeSpans(spans).flatMap(([from, until]): Span[] => {
      const piece: Span = [Math.max(from, start), Math.min(until, end)]
      return piece[0] < piece[1] ? [piece] : []
    }),
  )
}

/** What of the stretch lies outside all of the spans; null for nothing. */
export function uncoveredPart({ start, end }: Stretch, spans: readonly Span[]): Part | null {
  const pieces: Span[] = []
  let at = start
  for (const [from, until] of mergeSpans(spans)) {
    if (from > at && at < end) pieces.push([at, Math.min(from, end)])
    at = Math.max(at, until)
  }
  if (at < end) pieces.push([at, end])
  return partOf(pieces)
}

function partOf(pieces: readonly Span[]): Part | null {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return null
  return { from: first[0], until: last[1], minutes: pieces.reduce((sum, [from, until]) => sum + until - from, 0) }
}
