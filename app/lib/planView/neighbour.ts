import { boundsOf } from '#shared/geometry/place'
import type { Point } from '#shared/geometry/types'
import type { DrawnBooth } from './hallDrawing'

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
}

export const isArrow = (key: string): boolean => key in DIRECTIONS

const middleOf = ({ ring }: Pick<DrawnBooth, 'ring'>): Point => {
  const box = boundsOf(ring)
  return [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
}

/** The booth that one would call the next one in the direction of an arrow key; null at the end. */
export function neighbourInDirection<T extends Pick<DrawnBooth, 'id' | 'ring'>>(
  booths: readonly T[],
  from: T,
  key: string,
): T | null {
  const direction = DIRECTIONS[key]
  if (!direction) return null
  const [x, y] = middleOf(from)
  let best: { booth: T; cost: number } | null = null
  for (const booth of booths) {
    if (booth.id === from.id) continue
    const [bx, by] = middleOf(booth)
    const ahead = (bx - x) * direction[0] + (by - y) * direction[1]
    const aside = Math.abs((bx - x) * direction[1]) + Math.abs((by - y) * direction[0])
    if (ahead <= 0 || aside > ahead * 2) continue
    const cost = ahead + aside * 2
    if (!best || cost < best.cost) best = { booth, cost }
  }
  return best?.booth ?? null
}
