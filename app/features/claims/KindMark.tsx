import type { BoothKind } from '#shared/plan/queries/openSides'

/** Sides that are closed, in the order top, right, bottom, left. */
const CLOSED: Record<BoothKind, readonly [boolean, boolean, boolean, boolean]> = {
  closed: [true, true, true, true],
  row: [true, true, false, true],
  corner: [true, false, false, true],
  through: [false, true, false, true],
  head: [true, false, false, false],
  island: [false, false, false, false],
}
const EDGES = ['M3 3H17', 'M17 3V17', 'M17 17H3', 'M3 17V3'] as const

/** A small ground plan: walls drawn thick, open sides thin. Says nothing that the word beside it does not. */
export function KindMark({ kind }: { kind: BoothKind }) {
  return (
    <svg className="kind-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {EDGES.map((path, side) => (
        <path key={path} d={path} className={CLOSED[kind][side] ? 'kind-mark__wall' : 'kind-mark__open'} />
      ))}
    </svg>
  )
}
