import { useTranslation } from 'react-i18next'
import type { Box } from '#shared/geometry/types'
import { useFormat } from '~/lib/format'
import { scaleBarLength } from '~/lib/planView/scaleBar'

/** How long a handy number of metres is, below the hall. */
export function PlanScale({ view, floor }: { view: Box; floor: Box }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const length = scaleBarLength(view.maxX - view.minX)
  const room = view.maxY - floor.maxY
  const y = floor.maxY + room * 0.82
  const x = floor.maxX - length
  const tick = room * 0.08
  return (
    <g className="plan-scale">
      <path d={`M${x} ${y - tick}v${2 * tick}m0 ${-tick}h${length}m0 ${-tick}v${2 * tick}`} />
      <text x={x - room * 0.12} y={y} fontSize={room * 0.26}>
        {t('map.metres', { length: format.number(length / 1000) })}
      </text>
    </g>
  )
}
