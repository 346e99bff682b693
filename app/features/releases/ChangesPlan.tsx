import { useTranslation } from 'react-i18next'
import { boundsOf } from '#shared/geometry/place'
import { hallView } from '~/lib/planView/hallDrawing'
import { ringPath } from '~/lib/planView/paths'
import { centreOfBox } from './centreOfBox'
import type { ChangedHall, ChangeMark } from './types'

const LEGEND = ['added', 'changed', 'gone'] as const

/** One hall with its changes marked by colour, outline and sign; the list beside it says the same in words. */
export function ChangesPlan({ hall, label }: { hall: ChangedHall; label: string }) {
  const { t } = useTranslation('releases')
  const { minX, minY, maxX, maxY } = hallView(hall)
  return (
    <figure className="changes-plan">
      <svg viewBox={`${minX} ${minY} ${maxX - minX} ${maxY - minY}`} role="img" aria-label={label}>
        <path className="changes-plan__floor" d={ringPath(hall.outline)} />
        <path className="changes-plan__same" d={hall.same.map(ringPath).join('')} />
        {hall.marks.map((mark) => (
          <Mark key={`${mark.kind} ${mark.boothId}`} mark={mark} />
        ))}
      </svg>
      <figcaption>
        <ul className="plan-legend" aria-label={t('changes.legend')}>
          {LEGEND.map((kind) => (
            <li key={kind}>
              <span className={`change-sign change-sign--${kind}`}>{t(`changes.marks.${kind}`)}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Mark({ mark: { kind, number, ring, from } }: { mark: ChangeMark }) {
  const box = boundsOf(ring)
  const [x, y] = centreOfBox(box)
  const size = Math.min((box.maxX - box.minX) / Math.max(2, number.length * 0.7), (box.maxY - box.minY) * 0.5, 1200)
  const start = from && centreOfBox(boundsOf(from))
  return (
    <g className={`changes-plan__mark is-${kind}`}>
      {from && start && (
        <>
          <path className="changes-plan__from" d={ringPath(from)} />
          <path className="changes-plan__way" d={`M${start[0]} ${start[1]}L${x} ${y}`} />
        </>
      )}
      <path className="changes-plan__shape" d={ringPath(ring)} />
      {kind === 'gone' && (
        <path
          className="changes-plan__cross"
          d={`M${box.minX} ${box.minY}L${box.maxX} ${box.maxY}M${box.maxX} ${box.minY}L${box.minX} ${box.maxY}`}
        />
      )}
      <text x={x} y={y} fontSize={size} dominantBaseline="central" textAnchor="middle">
        {number}
      </text>
    </g>
  )
}
