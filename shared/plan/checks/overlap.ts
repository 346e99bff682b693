import { AREA_TOLERANCE_MM2 } from './limits'
import { between, rounded, sharedArea } from './subject'
import type { PairRule, Subject } from './types'

/** What takes floor for itself. */
const takesFloor = ({ kind }: Subject): boolean => kind === 'booths' || kind === 'stages' || kind === 'meetingPoints'

/** L01: two booths (or stages, or meeting points) on the same floor. */
export const overlap: PairRule = {
  id: 'L01',
  check(a, b, hall) {
    if (!takesFloor(a) || !takesFloor(b)) return null
    const measured = sharedArea(a, b)
    if (measured <= AREA_TOLERANCE_MM2) return null
    return {
      rule: 'L01',
      severity: 'error',
      ids: [a.key, b.key].sort(),
      hallId: hall.id,
      at: rounded(between(a.box, b.box)),
      measured: Math.round(measured),
      limit: AREA_TOLERANCE_MM2,
    }
  },
}
