import { boxRing } from '#shared/geometry/boxes'
import type { EditorState } from '../editor/types'
import type { Pen } from './pen'
import type { PlanTheme } from './theme'

const BEYOND_PX = 12

/** Lines along which things stand in line, and the rubber band. */
export function paintGuides(pen: Pen, { guides, marquee }: EditorState, theme: PlanTheme): void {
  const { g, ratio } = pen
  g.strokeStyle = theme.guide
  g.lineWidth = pen.line(1)
  const beyond = BEYOND_PX * ratio
  for (const { axis, at, from, to } of guides) {
    g.beginPath()
    if (axis === 'x') {
      const x = Math.round(pen.x(at)) + 0.5
      g.moveTo(x, pen.y(from) - beyond)
      g.lineTo(x, pen.y(to) + beyond)
    } else {
      const y = Math.round(pen.y(at)) + 0.5
      g.moveTo(pen.x(from) - beyond, y)
      g.lineTo(pen.x(to) + beyond, y)
    }
    g.stroke()
  }
  if (!marquee) return
  pen.fillRing(boxRing(marquee), theme.accent, 0.08)
  pen.strokeRing(boxRing(marquee), theme.accent, 1)
}
