import { centreOf, placeCorners } from '#shared/geometry/place'
import { circleRing } from '#shared/plan/shapes'
import type { EditorState, FreshItem, ToolOptions } from '../editor/types'
import { toScreen } from '../editor/viewport'
import { paintItem } from './paintItem'
import type { Pen } from './pen'
import { geometryOf, type PlanItem } from './planItem'
import type { PlanTheme } from './theme'

const FRESH_ALPHA = 0.75

function freshItem({ kind, place, number = '' }: FreshItem, options: ToolOptions, tint: number | null): PlanItem {
  const round = kind === 'columns' && options.column.round
  return {
    key: `${kind}/fresh`,
    kind,
    ...geometryOf(round ? circleRing(centreOf(place), place[2]) : placeCorners(place), place),
    text: number,
    code: '',
    tint,
    status: 'available',
    problem: null,
    exit: kind === 'exits' ? options.exit.kind : null,
  }
}

/** What the gesture would add, and its measures beside the pointer. */
export function paintPreview(pen: Pen, state: EditorState, tint: number | null, theme: PlanTheme): void {
  const { preview } = state
  if (!preview) return
  pen.g.globalAlpha = FRESH_ALPHA
  for (const fresh of preview.fresh) {
    const item = freshItem(fresh, state.options, tint)
    paintItem(pen, item, theme)
    pen.g.globalAlpha = FRESH_ALPHA
    pen.strokeRing(item.ring, theme.accent, 1.5)
  }
  pen.g.globalAlpha = 1
  if (preview.measure && state.pointer) {
    const [x, y] = toScreen(state.viewport, state.pointer)
    paintTag(pen, measureText(preview.measure), x + 14, y + 20, theme)
  }
}

type Measure = NonNullable<NonNullable<EditorState['preview']>['measure']>

/** Metres with up to three decimals, degrees with up to one: signs that read the same in every language. */
function measureText(measure: Measure): string {
  if ('angle' in measure) return `${Math.round(measure.angle / 10) / 10}°`
  return `${measure.widthMm / 1000} × ${measure.depthMm / 1000} m`
}

/** A small label at a point of the screen, CSS pixels. */
function paintTag(pen: Pen, text: string, x: number, y: number, theme: PlanTheme): void {
  const { g, ratio } = pen
  pen.setFont(12, 600, theme.fontFamily)
  const width = g.measureText(text).width + 12 * ratio
  const height = 20 * ratio
  g.fillStyle = theme.accent
  g.beginPath()
  g.roundRect(x * ratio, y * ratio, width, height, 4 * ratio)
  g.fill()
  g.fillStyle = theme.accentInk
  g.fillText(text, x * ratio + width / 2, y * ratio + height / 2 + ratio / 2)
}
