import type { Box } from '#shared/geometry/types'
import type { Pen } from './pen'
import type { PlanTheme } from './theme'

/** Distances between grid lines, mm; each is drawn stronger where the next one runs. */
const STEPS_MM = [100, 500, 1000, 5000, 10_000, 50_000, 100_000] as const
/** Lines nearer together than this are noise. CSS pixels. */
const CLOSEST_PX = 9

/** Distances of fine and strong lines at this scale (px per mm). */
export function gridSteps(scale: number): { minor: number; major: number } {
  const found = STEPS_MM.findIndex((step) => step * scale >= CLOSEST_PX)
  const at = found < 0 ? STEPS_MM.length - 1 : found
  return { minor: STEPS_MM[at] ?? 1000, major: STEPS_MM[Math.min(at + 1, STEPS_MM.length - 1)] ?? 10_000 }
}

/** Lines over a part of the plan, in whole device pixels. */
export function paintGrid(pen: Pen, box: Box, theme: PlanTheme): void {
  const { minor, major } = gridSteps(pen.scale)
  const { g } = pen
  for (const [step, colour] of [
    [minor, theme.gridMinor],
    [major, theme.gridMajor],
  ] as const) {
    g.beginPath()
    for (let x = Math.ceil(box.minX / step) * step; x <= box.maxX; x += step) {
      const at = Math.round(pen.x(x)) + 0.5
      g.moveTo(at, pen.y(box.minY))
      g.lineTo(at, pen.y(box.maxY))
    }
    for (let y = Math.ceil(box.minY / step) * step; y <= box.maxY; y += step) {
      const at = Math.round(pen.y(y)) + 0.5
      g.moveTo(pen.x(box.minX), at)
      g.lineTo(pen.x(box.maxX), at)
    }
    g.strokeStyle = colour
    g.lineWidth = pen.line(1)
    g.stroke()
  }
}
