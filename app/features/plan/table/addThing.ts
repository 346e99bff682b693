import type { Patch } from '#shared/document/patch'
import type { PlacedKind, Plan } from '#shared/document/records'
import { boundsOf } from '#shared/geometry/place'
import type { Box, Place } from '#shared/geometry/types'
import type { BoothId, HallId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { HallIndex } from '#shared/plan/hallIndex'
import { isFree } from '#shared/plan/layout/freePlaces'
import { createBooth } from '#shared/plan/ops/createBooth'
import { createPlaced } from '#shared/plan/ops/createPlaced'
import type { ToolOptions } from '~/canvas/editor/types'

const STAGE_MM = [8000, 5000] as const
const MEETING_POINT_MM = [4000, 4000] as const
const EXIT_DEPTH_MM = 300
const WALL_LENGTH_MM = 5000
/** Places are tried on this raster, from the top left of the hall. */
const RASTER_MM = 1000

/** Width and depth of a new thing, mm: what the tools would draw. */
function sizeFor(kind: PlacedKind, { booth, wall, column, exit }: ToolOptions): readonly [number, number] {
  switch (kind) {
    case 'booths':
      return [booth.widthMm, booth.depthMm]
    case 'walls':
      return [WALL_LENGTH_MM, wall.thicknessMm]
    case 'columns':
      return [column.sizeMm, column.sizeMm]
    case 'exits':
      return [exit.widthMm, EXIT_DEPTH_MM]
    case 'stages':
      return STAGE_MM
    case 'meetingPoints':
      return MEETING_POINT_MM
  }
}

/** The first free place of the hall; where nothing is free, its corner, and the plan check says so. */
function placeFor(plan: Plan, hallId: HallId, [width, depth]: readonly [number, number]): Place {
  const hall = plan.halls.get(hallId)
  const box: Box = boundsOf(hall?.outline ?? [[0, 0]])
  const index = new HallIndex(plan).of(hallId)
  for (let y = box.minY; y + depth <= box.maxY; y += RASTER_MM) {
    for (let x = box.minX; x + width <= box.maxX; x += RASTER_MM) {
      const place: Place = [x, y, width, depth, 0]
      if (isFree(plan, hallId, place, index)) return place
    }
  }
  return [box.minX, box.minY, width, depth, 0]
}

export interface AddThing {
  kind: PlacedKind
  id: string
  hallId: HallId
  options: ToolOptions
  /** For stages and meeting points. */
  name: LocalText
}

/** A new thing without drawing it: it can be moved by its numbers afterwards. */
export function addThing(plan: Plan, { kind, id, hallId, options, name }: AddThing): Patch {
  const place = placeFor(plan, hallId, sizeFor(kind, options))
  switch (kind) {
    case 'booths':
      return createBooth(plan, { id: id as BoothId, hallId, shape: { place }, sectorId: options.sectorId })
    case 'columns':
      return createPlaced({ kind, id, hallId, place, round: options.column.round })
    case 'exits':
      return createPlaced({ kind, id, hallId, place, exitKind: options.exit.kind })
    case 'walls':
      return createPlaced({ kind, id, hallId, place })
    case 'stages':
    case 'meetingPoints':
      return createPlaced({ kind, id, hallId, place, name })
  }
}
