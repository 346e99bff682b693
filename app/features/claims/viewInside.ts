import type { Box } from '#shared/geometry/types'
import { type HallDrawing, hallView, viewAround } from '~/lib/planView/hallDrawing'

/** The surroundings of booths, shifted so that no more than needed of what lies outside the hall is shown. */
export function viewInside(hall: HallDrawing, boothIds: readonly string[]): Box | null {
  const around = viewAround(hall, boothIds)
  if (!around) return null
  const whole = hallView(hall)
  const [minX, maxX] = shifted(around.minX, around.maxX, whole.minX, whole.maxX)
  const [minY, maxY] = shifted(around.minY, around.maxY, whole.minY, whole.maxY)
  return { minX, minY, maxX, maxY }
}

function shifted(from: number, to: number, least: number, most: number): [number, number] {
  const length = Math.min(to - from, most - least)
  const start = Math.min(Math.max(from, least), most - length)
  return [start, start + length]
}
