import type { Place } from '#shared/geometry/types'
import { placeLabel } from '~/lib/planView/labels'
import { placePath } from '~/lib/planView/paths'

export interface PlanPlaceProps {
  kind: 'stage' | 'meeting'
  place: Place
  name: string
  /** What it is, said before the name where only the name can be read. */
  title: string
  /** Of a stage, for the page's small script. */
  id?: string
  lit?: boolean
  href?: string | undefined
}

/** A stage or a meeting point, with its name inside. */
export function PlanPlace({ kind, place, name, title, id, lit = false, href }: PlanPlaceProps) {
  const { lines, size, at, turn } = placeLabel(place, name)
  const drawing = (
    <g className={`plan-place plan-place--${kind}${lit ? ' is-lit' : ''}`} data-place={id}>
      <title>{`${title}: ${name}`}</title>
      <path d={placePath(place)} />
      <text fontSize={size} transform={`translate(${at.join(' ')})${turn === 0 ? '' : `rotate(${turn})`}`}>
        {lines.map((line, index) => (
          <tspan key={line} x="0" y={`${((index - (lines.length - 1) / 2) * 1.15).toFixed(2)}em`}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
  return href === undefined ? (
    drawing
  ) : (
    <a href={href} tabIndex={-1}>
      {drawing}
    </a>
  )
}
