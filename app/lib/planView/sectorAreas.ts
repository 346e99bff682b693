import { boundsOf } from '#shared/geometry/place'
import type { Box, Point } from '#shared/geometry/types'
import type { HallDrawing } from './hallDrawing'

export interface SectorArea {
  sectorId: string
  booths: number
  /** Where its code is written on the whole plan: the middle of its booths. */
  at: Point
}

/** Booths of a sector that are at most an aisle apart belong together. */
const AISLE_MM = 4000

/** The groups of booths that one sees as an area of a sector, for the labels of the plan seen from afar. */
export function sectorAreas(hall: Pick<HallDrawing, 'booths'>): SectorArea[] {
  const areas: SectorArea[] = []
  const bySector = new Map<string, Box[]>()
  for (const { sectorId, ring } of hall.booths) {
    if (sectorId !== null) bySector.set(sectorId, [...(bySector.get(sectorId) ?? []), boundsOf(ring)])
  }
  for (const [sectorId, boxes] of bySector) {
    for (const group of groupsOf(boxes)) {
      const sum = group.reduce<[number, number]>(
        ([x, y], box) => [x + (box.minX + box.maxX) / 2, y + (box.minY + box.maxY) / 2],
        [0, 0],
      )
      const at: Point = [Math.round(sum[0] / group.length), Math.round(sum[1] / group.length)]
      areas.push({ sectorId, booths: group.length, at })
    }
  }
  return areas
}

function groupsOf(boxes: readonly Box[]): Box[][] {
  const left = new Set(boxes)
  const groups: Box[][] = []
  for (const start of boxes) {
    if (!left.delete(start)) continue
    const group = [start]
    for (const box of group) {
      for (const other of left) {
        if (gap(box, other) > AISLE_MM) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

const gap = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.minX - b.maxX, b.minX - a.maxX), Math.max(0, a.minY - b.maxY, b.minY - a.maxY))
