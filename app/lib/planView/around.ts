import { polygonToPolygon } from '#shared/geometry/distances'
import { boundsOf } from '#shared/geometry/place'
import type { HallDrawing } from './hallDrawing'

/** Booths whose edges are at most this far away (mm) are said to be around: next door, back to back or across an aisle. */
const AROUND_MM = 4500
const MOST = 8

/** The booths around a booth, the nearest first. */
export function boothsAround(hall: HallDrawing, boothId: string): string[] {
  const booth = hall.booths.find(({ id }) => id === boothId)
  if (!booth) return []
  const centre = middle(booth.ring)
  return hall.booths
    .filter(({ id }) => id !== boothId)
    .map((other) => ({
      id: other.id,
      gap: polygonToPolygon(booth.ring, other.ring),
      far: distance(centre, middle(other.ring)),
    }))
    .filter(({ gap }) => gap <= AROUND_MM)
    .sort((a, b) => a.gap - b.gap || a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id }) => id)
}

function middle(ring: HallDrawing['outline']): readonly [number, number] {
  const box = boundsOf(ring)
  return [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
}

const distance = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1])
