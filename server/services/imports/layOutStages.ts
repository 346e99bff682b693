import type { Change, Json, Patch } from '#shared/document/patch'
import { polygonOf } from '#shared/document/plan'
import { type Hall, PLACED_KINDS, type Plan } from '#shared/document/records'
import { boundsOf } from '#shared/geometry/place'
import type { HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'

/** Millimetres. A room for sixty people, and a passage around it. */
const STAGE = { width: 10_000, depth: 8000 }
const GAP = 2000

export interface LayOutOptions {
  /** Of the hall for rooms whose place nobody knows yet. */
  hallName: LocalText
  newId: () => string
}

/**
 * The patch with its new stages side by side in a hall of their own, where they are in nobody's way until somebody draws them
 * where they belong. That hall is made, or grows.
 */
export function layOutStages(plan: Plan, patch: Patch, { hallName, newId }: LayOutOptions): Patch {
  const isNewStage = (change: Change) => change.op === 'put' && change.kind === 'stages' && !plan.stages.has(change.id)
  const stages = patch.filter(isNewStage)
  const rest = patch.filter((change) => !isNewStage(change) && change.kind !== 'halls')
  if (stages.length === 0) return rest
  const hall = hallFor(plan, hallName)
  const hallId = hall?.id ?? newId()
  const left = hall?.left ?? 0
  const top = hall?.bottom ?? GAP
  const columns = Math.max(Math.ceil(Math.sqrt(stages.length)), 1)
  const placed = stages.map((change, index): Change => {
    const column = index % columns
    const row = Math.floor(index / columns)
    const x = left + GAP + column * (STAGE.width + GAP)
    const y = top + row * (STAGE.depth + GAP)
    const fields = change.op === 'put' ? change.fields : {}
    return { ...change, op: 'put', fields: { ...fields, hallId, place: [x, y, STAGE.width, STAGE.depth, 0] } }
  })
  const right = Math.max(hall?.right ?? 0, left + GAP + columns * (STAGE.width + GAP))
  const bottom = top + Math.ceil(stages.length / columns) * (STAGE.depth + GAP)
  const outline: Json = [
    [left, hall?.top ?? 0],
    [right, hall?.top ?? 0],
    [right, bottom],
    [left, bottom],
  ]
  const room: Change = hall
    ? { op: 'set', kind: 'halls', id: hallId, fields: { outline } }
    : { op: 'put', kind: 'halls', id: hallId, fields: { name: { ...hallName } as Json, outline } }
  return [room, ...placed, ...rest]
}

interface Room {
  id: HallId
  left: number
  top: number
  right: number
  /** Where the next row may begin. */
  bottom: number
}

/** The hall that an earlier import made, unless somebody has given it another shape since. */
function hallFor(plan: Plan, name: LocalText): Room | null {
  const hall = [...plan.halls.values()].find((one) => one.name.nl === name.nl && isUprightRectangle(one))
  if (!hall) return null
  const floor = boundsOf(hall.outline)
  const lying = PLACED_KINDS.flatMap((kind) => [...plan[kind].values()].filter(({ hallId }) => hallId === hall.id))
  const lowest = Math.max(floor.minY, ...lying.map((one) => Math.ceil(boundsOf(polygonOf(one)).maxY)))
  return { id: hall.id, left: floor.minX, top: floor.minY, right: floor.maxX, bottom: lowest + GAP }
}

function isUprightRectangle({ outline }: Hall): boolean {
  const { minX, minY, maxX, maxY } = boundsOf(outline)
  const atCorner = ([x, y]: readonly [number, number]) => (x === minX || x === maxX) && (y === minY || y === maxY)
  return outline.length === 4 && outline.every(atCorner)
}
