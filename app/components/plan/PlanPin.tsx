import type { Box } from '#shared/geometry/types'

/** Points at the chosen booth. Its size is given in plan mm; the page's small script keeps it the same while zooming. */
export function PlanPin({ at, size }: { at: Box | null; size: number }) {
  const [x, y] = at ? [(at.minX + at.maxX) / 2, (at.minY * 4 + at.maxY) / 5] : [0, 0]
  return (
    <g className="plan-pin" transform={`translate(${x} ${y}) scale(${size / 40})`} display={at ? 'inline' : 'none'}>
      <path className="plan-pin__body" d="M0 0C-4 -9 -13 -13 -13 -25A13 13 0 0 1 13 -25C13 -13 4 -9 0 0Z" />
      <circle className="plan-pin__eye" cy="-25" r="5" />
    </g>
  )
}
