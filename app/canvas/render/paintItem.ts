import { paintLabel } from './paintLabel'
import { paintProblem, paintStatus } from './paintMarks'
import type { Pen } from './pen'
import type { PlanItem } from './planItem'
import type { PlanTheme } from './theme'

/** Booths narrower than this on the screen get no edge: it would be all that is left. CSS pixels. */
const EDGE_FROM_PX = 4
const STRONG_EDGE_FROM_PX = 40
const HELD_DASH = [4, 3]

/** One thing with everything that belongs to it. */
export function paintItem(pen: Pen, item: PlanItem, theme: PlanTheme): void {
  switch (item.kind) {
    case 'booths':
      paintBooth(pen, item, theme)
      break
    case 'stages':
      paintArea(pen, item, theme, theme.stage, [])
      break
    case 'meetingPoints':
      paintArea(pen, item, theme, theme.meetingPoint, [5, 3])
      break
    case 'exits':
      paintExit(pen, item, theme)
      break
    default:
      pen.fillRing(item.ring, item.kind === 'walls' ? theme.wall : theme.column)
  }
  paintProblem(pen, item, theme)
}

function paintBooth(pen: Pen, item: PlanItem, theme: PlanTheme): void {
  const blocked = item.status === 'blocked'
  const tint = item.tint === null ? theme.booth : (theme.tints[item.tint] ?? theme.booth)
  const fill = blocked ? theme.blocked : tint
  const edge = item.status === 'claimed' || item.status === 'confirmed' ? theme.ink : theme.boothEdge
  const width = Math.min(item.room.width, item.room.depth) * pen.scale
  const edgePx = item.status === 'confirmed' && width >= STRONG_EDGE_FROM_PX ? 2 : 1
  if (width < EDGE_FROM_PX) pen.fillRing(item.ring, fill)
  else if (item.status === 'held') {
    pen.fillRing(item.ring, fill)
    pen.strokeRing(item.ring, edge, 1, HELD_DASH)
  } else if (item.square) {
    // Two fills cost less than a fill and a stroke.
    pen.fillBox(item.box, edge)
    pen.fillBox(item.box, fill, pen.line(edgePx))
  } else {
    pen.fillRing(item.ring, fill)
    pen.strokeRing(item.ring, edge, edgePx)
  }
  paintLabel(pen, item, theme, blocked ? theme.inkSoft : theme.ink)
  paintStatus(pen, item, theme)
}

function paintArea(pen: Pen, item: PlanItem, theme: PlanTheme, fill: string, dash: readonly number[]): void {
  pen.fillRing(item.ring, fill)
  pen.strokeRing(item.ring, theme.inkSoft, 1, dash)
  paintLabel(pen, item, theme, theme.ink)
}

/** An opening in the wall, with a triangle that points in, out or both ways. */
function paintExit(pen: Pen, { ring, exit, place }: PlanItem, theme: PlanTheme): void {
  const colour = exit === 'emergency' ? theme.emergency : theme.entrance
  pen.fillRing(ring, theme.floor)
  pen.fillRing(ring, colour, 0.9)
  pen.strokeRing(ring, theme.floor, 1)
  const [a, b] = ring
  if (!place || !a || !b || place[2] * pen.scale < 14) return
  const { g } = pen
  g.save()
  g.translate(pen.x(place[0] + place[2] / 2), pen.y(place[1] + place[3] / 2))
  g.rotate((place[4] * Math.PI) / 18_000)
  const size = 5 * pen.ratio
  const away = (place[3] / 2) * pen.k + size * 0.6
  g.fillStyle = colour
  const triangle = (y: number, direction: 1 | -1) => {
    g.beginPath()
    g.moveTo(-size, y)
    g.lineTo(size, y)
    g.lineTo(0, y + direction * size * 1.2)
    g.fill()
  }
  if (exit === 'entrance') triangle(-away - size, 1)
  else triangle(-away, -1)
  g.restore()
}
