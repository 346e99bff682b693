import { boundsOf } from '#shared/geometry/place'
import type { Polygon } from '#shared/geometry/types'
import type { Viewport } from '../editor/types'
import { visibleBox } from '../editor/viewport'
import { paintGrid } from './grid'
import type { Pen } from './pen'
import type { PlanTheme } from './theme'

/** The hall under everything: floor, grid on it, and its edge. */
export function paintFloor(pen: Pen, viewport: Viewport, floor: Polygon, theme: PlanTheme, showGrid: boolean): void {
  const { g } = pen
  g.fillStyle = theme.outside
  g.fillRect(0, 0, viewport.width * pen.ratio, viewport.height * pen.ratio)
  if (floor.length === 0) return
  pen.fillRing(floor, theme.floor)
  if (showGrid) {
    const [seen, hall] = [visibleBox(viewport), boundsOf(floor)]
    g.save()
    pen.path(floor)
    g.clip()
    paintGrid(
      pen,
      {
        minX: Math.max(seen.minX, hall.minX),
        minY: Math.max(seen.minY, hall.minY),
        maxX: Math.min(seen.maxX, hall.maxX),
        maxY: Math.min(seen.maxY, hall.maxY),
      },
      theme,
    )
    g.restore()
  }
  pen.strokeRing(floor, theme.hallEdge, 2)
}
