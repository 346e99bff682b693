import type { Box, Point } from '#shared/geometry/types'
import type { Viewport } from './types'

/** From 1 km across the screen to 2 mm a pixel. */
export const MIN_SCALE = 0.001
export const MAX_SCALE = 0.5
export const FIT_PAD_PX = 48

const clampScale = (scale: number) => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale))

export const toPlan = ({ scale, x, y }: Viewport, [sx, sy]: Point): Point => [(sx - x) / scale, (sy - y) / scale]
export const toScreen = ({ scale, x, y }: Viewport, [px, py]: Point): Point => [px * scale + x, py * scale + y]

/** The part of the plan that can be seen. */
export function visibleBox(viewport: Viewport): Box {
  const [minX, minY] = toPlan(viewport, [0, 0])
  const [maxX, maxY] = toPlan(viewport, [viewport.width, viewport.height])
  return { minX, minY, maxX, maxY }
}

/** Zooms so that what is under the pointer stays there. */
export function zoomAt(viewport: Viewport, [sx, sy]: Point, factor: number): Viewport {
  const scale = clampScale(viewport.scale * factor)
  const ratio = scale / viewport.scale
  return { ...viewport, scale, x: sx - (sx - viewport.x) * ratio, y: sy - (sy - viewport.y) * ratio }
}

export const panBy = (viewport: Viewport, dx: number, dy: number): Viewport => ({
  ...viewport,
  x: viewport.x + dx,
  y: viewport.y + dy,
})

/** The box in the middle of what panels leave free, as large as it goes with so many pixels around it. */
export function fitBox(viewport: Viewport, box: Box, pad = FIT_PAD_PX): Viewport {
  const { insets } = viewport
  const [width, depth] = [Math.max(1, box.maxX - box.minX), Math.max(1, box.maxY - box.minY)]
  const room = (size: number, before: number, after: number) => {
    const free = Math.max(size / 4, size - before - after)
    return Math.max(free / 2, free - 2 * pad)
  }
  const across = room(viewport.width, insets.left, insets.right)
  const down = room(viewport.height, insets.top, insets.bottom)
  const scale = clampScale(Math.min(across / width, down / depth))
  return {
    ...viewport,
    scale,
    x: (viewport.width + insets.left - insets.right) / 2 - ((box.minX + box.maxX) / 2) * scale,
    y: (viewport.height + insets.top - insets.bottom) / 2 - ((box.minY + box.maxY) / 2) * scale,
  }
}

const FINE_GRID_MM = 100
const COARSE_GRID_MM = 500
const FINE_FROM_PX = 6

/** Raster of snapping and of arrow keys at this zoom, mm. */
export const gridStep = (scale: number): number =>
  FINE_GRID_MM * scale >= FINE_FROM_PX ? FINE_GRID_MM : COARSE_GRID_MM
