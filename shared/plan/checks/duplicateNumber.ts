import { labelPoint } from '#shared/geometry/polygons'
import { numberKey } from '../queries/boothNumbers'
import { rounded } from './subject'
import type { GroupRule } from './types'

/** L23: booths of one hall with the same number; two people gave it at once, neither is changed behind anyone's back. */
export const duplicateNumber: GroupRule = {
  id: 'L23',
  groupOf: ({ record }) => ('number' in record ? numberKey(record.number) : null),
  check(members, hall) {
    const ids = members.map(({ key }) => key).sort()
    const first = members.find(({ key }) => key === ids[0])
    if (!first || members.length < 2) return null
    return {
      rule: 'L23',
      severity: 'error',
      ids,
      hallId: hall.id,
      at: rounded(labelPoint(first.ring)),
      measured: members.length,
      limit: 1,
    }
  },
}
