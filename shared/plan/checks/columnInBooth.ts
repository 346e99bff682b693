import { polygonArea } from '#shared/geometry/place'
import { COLUMN_SHARE } from './limits'
import { between, rounded, sharedArea } from './subject'
import type { PairRule } from './types'

/** L03: a column takes more of a booth than an exhibitor would put up with. Measured in percent of the booth. */
export const columnInBooth: PairRule = {
  id: 'L03',
  check(a, b, hall) {
    const [booth, column] = a.kind === 'booths' ? [a, b] : [b, a]
    if (booth.kind !== 'booths' || column.kind !== 'columns') return null
    const share = sharedArea(booth, column) / polygonArea(booth.ring)
    if (!(share > COLUMN_SHARE.warning)) return null
    const severity = share > COLUMN_SHARE.error ? 'error' : 'warning'
    return {
      rule: 'L03',
      severity,
      ids: [booth.key, column.key].sort(),
      hallId: hall.id,
      at: rounded(between(booth.box, column.box)),
      measured: Math.round(share * 1000) / 10,
      limit: COLUMN_SHARE[severity] * 100,
    }
  },
}
