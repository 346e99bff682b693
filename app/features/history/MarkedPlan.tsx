import type { ReactNode } from 'react'
import { boundsOf } from '#shared/geometry/place'
import { PlanSvg } from '~/components/PlanSvg'
import { centreOfBox } from '~/features/releases/centreOfBox'
import { type HallDrawing, hallView } from '~/lib/planView/hallDrawing'
import { ringPath } from '~/lib/planView/paths'
import type { PlanMark } from './planMarks'

export interface MarkedPlanProps {
  hall: HallDrawing
  label: string
  marks: readonly PlanMark[]
  /** What is drawn over the plan, in the same coordinates. */
  children?: ReactNode
}

/** One hall with what differs marked by colour, outline and sign; the list beside it says the same in words. */
export function MarkedPlan({ hall, label, marks, children }: MarkedPlanProps) {
  const { minX, minY, maxX, maxY } = hallView(hall)
  return (
    <div className="marked-plan">
      <PlanSvg hall={hall} label={label} />
      <svg className="marked-plan__marks" viewBox={`${minX} ${minY} ${maxX - minX} ${maxY - minY}`} aria-hidden="true">
        {marks.map((mark) => (
          <Mark key={`${mark.kind} ${mark.boothId}`} mark={mark} />
        ))}
      </svg>
      {children}
    </div>
  )
}

function Mark({ mark: { kind, number, ring, drawn, other } }: { mark: PlanMark }) {
  const box = boundsOf(ring)
  const [x, y] = centreOfBox(box)
  const end = other && centreOfBox(boundsOf(other))
  const size = Math.min((box.maxX - box.minX) / Math.max(2, number.length * 0.7), (box.maxY - box.minY) * 0.5, 1200)
  return (
    <g className={`marked-plan__mark is-${kind}`}>
      {other && end && (
        <>
          <path className="marked-plan__other" d={ringPath(other)} />
          <path className="marked-plan__way" d={`M${x} ${y}L${end.join(' ')}`} />
        </>
      )}
      <path className={drawn ? 'marked-plan__shape' : 'marked-plan__shape is-absent'} d={ringPath(ring)} />
      {kind === 'gone' && (
        <path
          className="marked-plan__way"
          d={`M${box.minX} ${box.minY}L${box.maxX} ${box.maxY}M${box.maxX} ${box.minY}L${box.minX} ${box.maxY}`}
        />
      )}
      {!drawn && (
        <text x={x} y={y} fontSize={size} dominantBaseline="central" textAnchor="middle">
          {number}
        </text>
      )}
    </g>
  )
}
