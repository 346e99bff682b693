import type { Pen } from './pen'
import type { PlanItem } from './planItem'
import type { PlanTheme } from './theme'

/** Smaller booths on the screen have no room for a mark. CSS pixels. */
const ROOM_PX = 16
const BADGE_PX = 9

/** A square in the upper right corner that fills up on the way from free to taken; a cross over what nobody can have. */
export function paintStatus(pen: Pen, { status, box, room }: PlanItem, theme: PlanTheme): void {
  if (status === 'available') return
  const { g } = pen
  const [width, depth] = [room.width * pen.scale, room.depth * pen.scale]
  if (Math.min(width, depth) < ROOM_PX) return
  const size = Math.round(Math.min(BADGE_PX, Math.min(width, depth) / 5.5) * pen.ratio)
  const gap = pen.line(Math.min(width, depth) < 2 * ROOM_PX ? 2 : 3)
  const x = Math.round(pen.x(box.maxX)) - gap - size
  const y = Math.round(pen.y(box.minY)) + gap
  g.lineWidth = pen.line(1)
  g.strokeStyle = g.fillStyle = status === 'blocked' ? theme.inkSoft : theme.ink
  g.beginPath()
  if (status === 'blocked') {
    g.moveTo(x, y)
    g.lineTo(x + size, y + size)
    g.moveTo(x + size, y)
    g.lineTo(x, y + size)
  } else if (status === 'confirmed') {
    g.rect(x, y, size, size)
    g.fill()
  } else if (status === 'claimed') {
    g.moveTo(x, y)
    g.lineTo(x + size, y)
    g.lineTo(x, y + size)
    g.closePath()
    g.fill()
    g.beginPath()
    g.rect(x, y, size, size)
  } else g.rect(x, y, size, size)
  g.stroke()
}

/** A red or amber edge, and a badge with an exclamation mark in the upper left corner. */
export function paintProblem(pen: Pen, { problem, box, ring, room }: PlanItem, theme: PlanTheme): void {
  if (!problem) return
  const { g } = pen
  const colour = theme[problem]
  pen.strokeRing(ring, colour, 2)
  const side = Math.min(room.width, room.depth) * pen.scale
  if (side < ROOM_PX) return
  const radius = Math.min(BADGE_PX / 2 + 1.5, side / 7) * pen.ratio
  const [x, y] = [pen.x(box.minX) + radius + pen.line(1), pen.y(box.minY) + radius + pen.line(1)]
  g.fillStyle = colour
  g.beginPath()
  g.arc(x, y, radius, 0, 2 * Math.PI)
  g.fill()
  pen.setFont((radius * 1.6) / pen.ratio, 700, theme.fontFamily)
  g.fillStyle = theme.floor
  g.fillText('!', x, y + pen.ratio / 2)
}
