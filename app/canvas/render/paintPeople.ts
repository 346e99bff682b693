import { placeCorners } from '#shared/geometry/place'
import type { Place, Polygon } from '#shared/geometry/types'
import type { FindItem } from './paintSelection'
import type { Pen } from './pen'
import type { PlanItem } from './planItem'
import type { PlanTheme } from './theme'
import type { RemotePerson } from './types'

const NAME_PX = 12
const MOST_NAME_PX = 160

/** Others' selections, the ghosts of their drags, and on top of all their pointers with their names. */
export function paintPeople(pen: Pen, people: readonly RemotePerson[], find: FindItem, theme: PlanTheme): void {
  for (const person of people) {
    const colour = colourOf(person, theme)
    for (const key of person.selection) {
      const item = find(key)
      if (item && !person.ghost?.[key]) pen.strokeRing(item.ring, colour, 2)
    }
    for (const [key, place] of Object.entries(person.ghost ?? {}) as [PlanItem['key'], Place][]) {
      const ring = ghostRing(find(key), place)
      pen.fillRing(ring, colour, 0.25)
      pen.strokeRing(ring, colour, 2)
    }
  }
  for (const person of people) if (person.cursor) paintCursor(pen, person, person.cursor, theme)
}

const colourOf = ({ colour }: RemotePerson, { cursors, accent }: PlanTheme): string =>
  cursors[colour % cursors.length] ?? accent

/** The outline itself where it only moves; otherwise the box that the other editor sent. */
function ghostRing(item: PlanItem | undefined, place: Place): Polygon {
  if (!item || item.place) return placeCorners(place)
  const { box, ring } = item
  const same = Math.abs(box.maxX - box.minX - place[2]) <= 2 && Math.abs(box.maxY - box.minY - place[3]) <= 2
  if (!same) return placeCorners(place)
  return ring.map(([x, y]) => [x + place[0] - box.minX, y + place[1] - box.minY] as const)
}

function paintCursor(
  pen: Pen,
  person: RemotePerson,
  cursor: NonNullable<RemotePerson['cursor']>,
  theme: PlanTheme,
): void {
  const { g, ratio } = pen
  const colour = colourOf(person, theme)
  g.save()
  g.translate(pen.x(cursor[0]), pen.y(cursor[1]))
  g.scale(ratio, ratio)
  g.beginPath()
  g.moveTo(0, 0)
  g.lineTo(0, 16)
  g.lineTo(4.4, 12.2)
  g.lineTo(11, 11.6)
  g.closePath()
  g.fillStyle = colour
  g.fill()
  g.strokeStyle = theme.floor
  g.lineWidth = 1.5
  g.stroke()
  g.font = `600 ${NAME_PX}px ${theme.fontFamily}`
  const width = Math.min(MOST_NAME_PX, g.measureText(person.name).width) + 12
  g.beginPath()
  g.roundRect(10, 15, width, 20, 10)
  g.fillStyle = colour
  g.fill()
  g.fillStyle = theme.cursorInk
  g.fillText(person.name, 10 + width / 2, 25.5, MOST_NAME_PX)
  g.restore()
}
