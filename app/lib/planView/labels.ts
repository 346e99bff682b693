import { boundsOf, centreOf, rotateAround } from '#shared/geometry/place'
import { labelPoint } from '#shared/geometry/polygons'
import type { Place, Point } from '#shared/geometry/types'
import type { DrawnBooth } from './hallDrawing'

/** Mean width of a bold capital or digit of Figtree, as a part of the font size. */
const CHARACTER = 0.62
const MAX_NUMBER_MM = 1500
/** Words that would be smaller than this are not written: nobody could read them at any zoom. */
const MIN_TEXT_MM = 90

export interface BoothLabel {
  /** Middle of the words, hall mm. */
  at: Point
  /** Degrees clockwise that the words are turned by; never upside down. */
  turn: number
  /** Font size of the number, mm; of the sector's code, half of it. */
  size: number
  /** Room for words across, mm. */
  across: number
  /** Room for words down, mm. */
  down: number
}

/** Largest font size at which `text` fits into the room across and down. */
export const fittingSize = (text: string, across: number, down: number, max = MAX_NUMBER_MM): number =>
  Math.floor(Math.min(max, (across * 0.86) / (Math.max(text.length, 2) * CHARACTER), down * 0.33))

/** Where and how large a booth's number is written; null where it would be too small to be words. */
export function boothLabel(booth: Pick<DrawnBooth, 'ring' | 'number' | 'rotation'>): BoothLabel | null {
  const room = roomOf(booth)
  const upright = fittingSize(booth.number, room.across, room.down)
  const sideways = fittingSize(booth.number, room.down, room.across)
  const turned = room.down > room.across && sideways > upright * 1.3
  const size = turned ? sideways : upright
  if (size < MIN_TEXT_MM) return null
  return {
    at: [Math.round(room.at[0]), Math.round(room.at[1])],
    turn: readable(room.angle + (turned ? -90 : 0)),
    size,
    across: turned ? room.down : room.across,
    down: turned ? room.across : room.down,
  }
}

interface Room {
  at: Point
  angle: number
  across: number
  down: number
}

/** Of a rectangle all of it, whichever way it is turned; of an outline the cross through its most inner point. */
function roomOf({ ring, rotation }: Pick<DrawnBooth, 'ring' | 'rotation'>): Room {
  const box = boundsOf(ring)
  const middle: Point = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
  if (ring.length === 4 && isRectangle(ring)) {
    const straight = boundsOf(ring.map((point) => rotateAround(point, middle, -rotation)))
    return {
      at: middle,
      angle: rotation / 100,
      across: straight.maxX - straight.minX,
      down: straight.maxY - straight.minY,
    }
  }
  const at = labelPoint(ring)
  return { at, angle: 0, across: 2 * reach(ring, at, 0), down: 2 * reach(ring, at, 1) }
}

function isRectangle(ring: readonly Point[]): boolean {
  const [a, b, c, d] = ring as [Point, Point, Point, Point]
  const off = Math.hypot(a[0] + c[0] - b[0] - d[0], a[1] + c[1] - b[1] - d[1])
  const diagonals = Math.abs(Math.hypot(a[0] - c[0], a[1] - c[1]) - Math.hypot(b[0] - d[0], b[1] - d[1]))
  return off <= 4 && diagonals <= 4
}

/** How far one can go from `at` along an axis (0: x, 1: y), either way, before the ring's edge. */
function reach(ring: readonly Point[], at: Point, axis: 0 | 1): number {
  const other = axis === 0 ? 1 : 0
  let nearest = Infinity
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i] as Point, ring[(i + 1) % ring.length] as Point]
    if (a[other] > at[other] === b[other] > at[other]) continue
    const crossing = a[axis] + ((at[other] - a[other]) / (b[other] - a[other])) * (b[axis] - a[axis])
    nearest = Math.min(nearest, Math.abs(crossing - at[axis]))
  }
  return nearest === Infinity ? 0 : nearest
}

/** The same direction, without standing on one's head: above -90 to 90 degrees. */
function readable(angle: number): number {
  const turned = ((angle % 180) + 180) % 180
  return turned >= 90.5 ? turned - 180 : turned === 90 ? -90 : turned
}

/** `text` in at most `lines` lines of `width` characters, broken between words; what is too long ends in an ellipsis. */
export function wrapText(text: string, width: number, lines: number): string[] {
  if (width < 4) return []
  const wrapped: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width || line === '') line = longer
    else {
      wrapped.push(line)
      line = word
    }
  }
  if (line !== '') wrapped.push(line)
  const kept = wrapped.slice(0, lines).map((kept) => shorten(kept, width))
  const last = kept.at(-1)
  if (wrapped.length > lines && last !== undefined && !last.endsWith('…')) {
    kept[kept.length - 1] = shorten(`${last}……`, Math.min(width, last.length + 1))
  }
  return kept
}

function shorten(text: string, width: number): string {
  const characters = [...text]
  return characters.length <= width
    ? text
    : `${characters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`
}

/** Font size of names, as a part of the number's; see plan.css. */
const NAME_SHARE = 0.32
const NAME_CHARACTER = 0.54

/** An exhibitor's name in the room below the number. */
export const nameLines = (name: string, { across, size }: Pick<BoothLabel, 'across' | 'size'>): string[] =>
  wrapText(name, Math.floor((across * 0.94) / (size * NAME_SHARE * NAME_CHARACTER)), 2)

export interface PlaceLabel {
  lines: string[]
  size: number
  at: Point
  turn: number
}

const MAX_PLACE_TEXT_MM = 1300

/** The name of a stage or meeting point inside its place: on as many lines as give the largest words. */
export function placeLabel(place: Place, name: string): PlaceLabel {
  const [, , width, depth, rotation] = place
  const sideways = depth > width * 1.6
  const [across, down] = sideways ? [depth, width] : [width, depth]
  const [x, y] = centreOf(place)
  const tries = [1, 2, 3].map((count) => {
    const lines = wrapText(name, Math.max(4, Math.ceil(name.length / count) + (count > 1 ? 3 : 0)), count)
    const longest = Math.max(...lines.map((line) => line.length), 1)
    const size = Math.min(
      MAX_PLACE_TEXT_MM,
      (across * 0.9) / (longest * CHARACTER),
      (down * 0.8) / (lines.length * 1.15),
    )
    return { lines, size: Math.floor(size) }
  })
  const best = tries.reduce((a, b) => (b.size > a.size * 1.1 ? b : a))
  return { ...best, at: [Math.round(x), Math.round(y)], turn: readable(rotation / 100 + (sideways ? -90 : 0)) }
}
