import type { Plan, Waiver } from '#shared/document/records'
import type { Conflict } from './types'

/**
 * The record under which a conflict is waived, from its key, so that two who waive it at once write one waiver.
 * 106 bits of a mixing hash (two FNV-1a a word, stirred): enough that no two conflicts of a fair ever meet.
 */
export function waiverId(conflictKey: string): string {
  const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((seed) => {
    let hash = seed
    for (let i = 0; i < conflictKey.length; i++) hash = Math.imul(hash ^ conflictKey.charCodeAt(i), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
    return (hash ^ (hash >>> 16)) >>> 0
  })
  return `w${words.map((word) => word.toString(36).padStart(7, '0')).join('')}`
}

/** Who accepted the conflict, and why. Also one that another program wrote under an id of its own. */
export function waiverOf(plan: Plan, conflict: Pick<Conflict, 'key'>): Waiver | undefined {
  const waiver = plan.waivers.get(waiverId(conflict.key))
  if (waiver?.conflict === conflict.key) return waiver
  for (const other of plan.waivers.values()) if (other.conflict === conflict.key) return other
  return undefined
}

/** The errors that nobody has waived: what stands in the way of a release. */
export function openErrors(conflicts: readonly Conflict[], plan: Plan): Conflict[] {
  const waived = new Set([...plan.waivers.values()].map(({ conflict }) => conflict))
  return conflicts.filter(({ key, severity }) => severity === 'error' && !waived.has(key))
}
