import type { Change, Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import { type ItemKey, itemKey, itemOf, splitKey } from '../itemKey'
import { compareNumbers, numbersTaken, takeNumberAfter } from '../queries/boothNumbers'
import { moveShape, shapeOf } from '../shapes'
import { shapeFields, storedFields } from './edit'

export interface DuplicatePlaced {
  keys: Iterable<ItemKey>
  dx: number
  dy: number
  newId: () => string
}

/** Copies, with numbers that continue each original's series, and the keys of the copies. */
export function duplicatePlaced(
  plan: Plan,
  { keys, dx, dy, newId }: DuplicatePlaced,
): { patch: Patch; copies: ItemKey[] } {
  const taken = new Map<string, Set<string>>()
  const copies: ItemKey[] = []
  const numberOf = (key: ItemKey) => {
    const record = itemOf(plan, key)
    return record && 'number' in record ? record.number : ''
  }
  // In the order of their numbers, so that copies of A1 A2 A3 are numbered in that order too.
  const ordered = [...keys].sort((a, b) => compareNumbers(numberOf(a), numberOf(b)))
  const patch = ordered.flatMap((key): Change[] => {
    const record = itemOf(plan, key)
    if (!record) return []
    const { kind } = splitKey(key)
    const id = newId()
    const shape = shapeFields(moveShape(shapeOf(record), dx, dy))
    copies.push(itemKey(kind, id))
    if (!('number' in record)) return [{ op: 'put', kind, id, fields: { ...storedFields(record), ...shape } }]
    const inHall = taken.get(record.hallId) ?? numbersTaken(plan, record.hallId)
    taken.set(record.hallId, inHall)
    const number = takeNumberAfter(record.number, inHall)
    return [{ op: 'put', kind, id, fields: { ...storedFields(record), ...shape, number, removed: false } }]
  })
  return { patch, copies }
}
