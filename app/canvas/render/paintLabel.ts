import type { Pen } from './pen'
import type { PlanItem } from './planItem'
import type { PlanTheme } from './theme'

/** CSS pixels: below the first nobody can read it, beyond the last nobody gains. */
const SMALLEST_PX = 5
const LARGEST_PX = 22
const CODE_SHARE = 0.68
/** Share of the room that a line of text may fill. */
const FILL_WIDTH = 0.8
const FILL_DEPTH = 0.5
const FILL_ALONE = 0.45
const REFERENCE_PX = 100

const widths = new Map<string, number>()
let widthsFamily = ''

/** Width of a text in shares of its size; measured once for each text. */
function widthOf(text: string, pen: Pen, family: string): number {
  if (family !== widthsFamily || widths.size > 20_000) {
    widths.clear()
    widthsFamily = family
  }
  let width = widths.get(text)
  if (width === undefined) {
    pen.setFont(REFERENCE_PX / pen.ratio, 600, family)
    width = pen.g.measureText(text).width / REFERENCE_PX
    widths.set(text, width)
  }
  return width
}

/** Number (or name), and below it the sector's code when there is room for both. */
export function paintLabel(pen: Pen, { text, code, label, room }: PlanItem, theme: PlanTheme, ink: string): void {
  if (text === '') return
  const { g, scale } = pen
  const [width, depth] = [room.width * scale, room.depth * scale]
  if (depth < SMALLEST_PX * 1.6 || width < SMALLEST_PX) return
  const fitting = (width * FILL_WIDTH) / widthOf(text, pen, theme.fontFamily)
  const alone = Math.min(LARGEST_PX, fitting, depth * FILL_ALONE)
  if (alone < SMALLEST_PX) return
  const beside = Math.min(LARGEST_PX, fitting, (depth * FILL_DEPTH) / (1 + CODE_SHARE))
  const codePx = beside * CODE_SHARE
  const both = code !== '' && codePx >= SMALLEST_PX
  const px = both ? beside : alone
  const [x, y] = [pen.x(label[0]), pen.y(label[1])]
  pen.setFont(px, 600, theme.fontFamily)
  g.fillStyle = ink
  g.fillText(text, x, both ? y - (codePx / 2) * pen.ratio : y)
  if (!both) return
  pen.setFont(codePx, 500, theme.fontFamily)
  g.fillText(code, x, y + (px / 2 + 1) * pen.ratio)
}
