import { boundsOf } from '#shared/geometry/place'
import type { Place, Polygon } from '#shared/geometry/types'
import { doorOf } from '~/lib/planView/doors'
import { marginOf } from '~/lib/planView/hallDrawing'

export interface PlanDoorProps {
  place: Place
  kind: 'entrance' | 'exit' | 'emergency'
  outline: Polygon
  name: string
}

/** An opening in the wall, an arrow the way one goes, and outside the hall its word. Emergency exits have a sign of their own. */
export function PlanDoor({ place, kind, outline, name }: PlanDoorProps) {
  const { at, out, width } = doorOf(place, outline)
  const unit = marginOf(boundsOf(outline)) / 4
  const across = out[0] === 0
  const half = width / 2
  const turn = (Math.atan2(out[1], out[0]) * 180) / Math.PI + (kind === 'entrance' ? 180 : 0)
  const wordAt = [at[0] + out[0] * unit * 2.7, at[1] + out[1] * unit * 2.7] as const
  return (
    <g className={`plan-door plan-door--${kind}`}>
      <title>{name}</title>
      <path
        className="plan-door__gap"
        d={across ? `M${at[0] - half} ${at[1]}h${width}` : `M${at[0]} ${at[1] - half}v${width}`}
        strokeWidth={unit / 2}
      />
      <g
        transform={`translate(${at[0] + out[0] * unit} ${at[1] + out[1] * unit}) scale(${unit / (kind === 'entrance' ? 6 : 9)})`}
      >
        {kind === 'emergency' && <rect className="plan-door__sign" x="-9" y="-9" width="18" height="18" rx="2" />}
        <path
          className="plan-door__arrow"
          transform={`rotate(${Math.round(turn)})`}
          d="M-6 -1.6H1V-6L7 0L1 6V1.6H-6Z"
        />
      </g>
      {kind !== 'emergency' && (
        <text
          className="plan-door__word"
          fontSize={unit * 1.5}
          transform={`translate(${Math.round(wordAt[0])} ${Math.round(wordAt[1])})${across ? '' : `rotate(${out[0] < 0 ? -90 : 90})`}`}
        >
          {name}
        </text>
      )}
    </g>
  )
}
