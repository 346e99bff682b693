import type { Change, Patch } from '#shared/document/patch'
import { polygonOf } from '#shared/document/plan'
import type { Plan, Stage } from '#shared/document/records'
import { PLACED_KINDS } from '#shared/document/records'
import { boxesMeet, growBox } from '#shared/geometry/boxes'
import { boundsOf } from '#shared/geometry/place'
import { pointInPolygon } from '#shared/geometry/polygons'
import type { Box, Place, Polygon } from '#shared/geometry/types'
import type { HallId, StageId } from '#shared/kernel/ids'
import { LANGUAGES } from '#shared/kernel/language'
import { plainName, stageGuid } from './identity'
import type { ImportedStage, TalksFromOptions } from './importPlan'
import { stageNames } from './names'
import type { Tell } from './remarkBook'
import type { Room, Schedule } from './types'

/** Millimetres: a stage with some chairs before it, and room to walk around. */
const [WIDTH, DEPTH, GAP] = [8000, 6000, 3000]

export interface MatchedStages {
  stages: ImportedStage[]
  patch: Patch
  /** By the name of the room. */
  idOf: (room: string) => StageId | undefined
}

/** Rooms as stages: those that are there by guid or by name, the others in free places of the hall. */
export function matchStages(
  { rooms, conference }: Schedule,
  { plan, fairId, hallId, newId }: TalksFromOptions,
  tell: Tell,
): MatchedStages {
  const find = knownStages(plan, fairId)
  const found = rooms.map((room) => ({ room, stage: find(room) }))
  const missing = found.filter(({ stage }) => !stage).length
  const patch: Change[] = []
  const target = missing === 0 ? null : hallFor(plan, hallId)
  const hall = target ?? { id: newId() as HallId, outline: outlineFor(missing) }
  if (missing > 0 && !target) {
    const name = conference.venue || conference.title || 'Hal 1'
    patch.push({
      op: 'put',
      kind: 'halls',
      id: hall.id,
      fields: { name: { nl: name.slice(0, 200) }, outline: hall.outline },
    })
    tell('hallCreated', name)
  }
  const places = freePlaces(plan, hall.id, hall.outline)
  const ids = new Map<string, StageId>()
  const stages = found.map(({ room, stage }): ImportedStage => {
    const { name, capacity } = room
    if (stage) {
      ids.set(name, stage.id)
      if (capacity === null || stage.capacity === capacity) return { id: stage.id, fate: 'same', name }
      patch.push({ op: 'set', kind: 'stages', id: stage.id, fields: { capacity } })
      return { id: stage.id, fate: 'changed', name }
    }
    const id = newId() as StageId
    ids.set(name, id)
    const place = places.next().value
    patch.push({
      op: 'put',
      kind: 'stages',
      id,
      fields: {
        hallId: hall.id,
        name: { nl: name },
        place,
        ...(capacity === null ? {} : { capacity: Math.min(capacity, 100_000) }),
      },
    })
    tell('stagesCreated', name)
    return { id, fate: 'new', name }
  })
  return { stages, patch, idOf: (room) => ids.get(room) }
}

function knownStages(plan: Plan, fairId: string) {
  const byGuid = new Map<string, Stage>()
  const byName = new Map<string, Stage>()
  for (const stage of plan.stages.values()) {
    byGuid.set(stageGuid(fairId, stage.id), stage)
    for (const language of LANGUAGES) byName.set(plainName(stage.name[language] ?? stage.name.nl), stage)
  }
  // Names as our own files have them come last: where two stages are called the same, these tell them apart.
  for (const language of LANGUAGES)
    for (const [id, name] of stageNames(plan, language)) {
      const stage = plan.stages.get(id)
      if (stage) byName.set(plainName(name), stage)
    }
  const taken = new Set<string>()
  return ({ guid, name }: Room): Stage | undefined => {
    const stage = byGuid.get(guid?.toLowerCase() ?? '') ?? byName.get(plainName(name))
    if (!stage || taken.has(stage.id)) return undefined
    taken.add(stage.id)
    return stage
  }
}

function hallFor(plan: Plan, wanted: HallId | null): { id: HallId; outline: Polygon } | null {
  const [first] = plan.halls.values()
  const hall = (wanted === null ? undefined : plan.halls.get(wanted)) ?? first
  return hall ? { id: hall.id, outline: hall.outline } : null
}

/** A hall that so many stages fit in, about as wide as deep. */
function outlineFor(count: number): [number, number][] {
  const columns = Math.ceil(Math.sqrt(count))
  const width = columns * (WIDTH + GAP) + GAP
  const depth = Math.ceil(count / columns) * (DEPTH + GAP) + GAP
  return [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ]
}

/** Places on the hall's floor where nothing stands, row by row; when there are no more, below the hall. */
function* freePlaces(plan: Plan, hallId: HallId, outline: Polygon): Generator<Place, Place> {
  const bounds = boundsOf(outline)
  const taken = PLACED_KINDS.flatMap((kind) => [...plan[kind].values()])
    .filter((record) => record.hallId === hallId && !('removed' in record && record.removed))
    .map((record) => boundsOf(polygonOf(record)))
  const isFree = (box: Box) =>
    corners(box).every((corner) => pointInPolygon(corner, outline)) &&
    !taken.some((other) => boxesMeet(growBox(box, GAP / 2), other))
  for (let y = Math.round(bounds.minY) + GAP; y + DEPTH + GAP <= bounds.maxY; y += DEPTH + GAP)
    for (let x = Math.round(bounds.minX) + GAP; x + WIDTH + GAP <= bounds.maxX; x += WIDTH + GAP)
      if (isFree({ minX: x, minY: y, maxX: x + WIDTH, maxY: y + DEPTH })) yield [x, y, WIDTH, DEPTH, 0]
  const perRow = Math.max(1, Math.floor((bounds.maxX - bounds.minX) / (WIDTH + GAP)))
  const [left, top] = [Math.round(bounds.minX), Math.round(bounds.maxY) + GAP]
  for (let index = 0; ; index++)
    yield [left + (index % perRow) * (WIDTH + GAP), top + Math.floor(index / perRow) * (DEPTH + GAP), WIDTH, DEPTH, 0]
}

/** A little inward: corners on the wall belong to the floor. */
const corners = ({ minX, minY, maxX, maxY }: Box): [number, number][] => [
  [minX + 1, minY + 1],
  [maxX - 1, minY + 1],
  [maxX - 1, maxY - 1],
  [minX + 1, maxY - 1],
]
