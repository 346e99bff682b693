import { selectionFrame } from '../editor/selectionFrame'
import type { EditorState, ItemKey, PlanStore } from '../editor/types'
import type { Pen } from './pen'
import type { PlanItem } from './planItem'
import type { PlanTheme } from './theme'

const HANDLE_PX = 8
/** Beyond so many outlines each one says nothing more, and the frame around them all says it. */
const MOST_OUTLINES = 1500

export type FindItem = (key: ItemKey) => PlanItem | undefined

/** Outline of what the pointer is over, outlines of what is selected, and its frame with the handles. */
export function paintSelection(pen: Pen, state: EditorState, store: PlanStore, find: FindItem, theme: PlanTheme): void {
  const hovered = state.hover && !state.selection.has(state.hover) ? find(state.hover) : undefined
  if (hovered) pen.strokeRing(hovered.ring, theme.accent, 2)
  let count = 0
  for (const key of state.selection) {
    if (count++ >= MOST_OUTLINES) break
    const item = find(key)
    if (item) pen.strokeRing(item.ring, theme.accent, 2)
  }
  for (const key of state.preview?.painted ?? []) {
    const item = find(key)
    if (item) pen.strokeRing(item.ring, theme.accent, 3)
  }
  if (state.tool === 'select' && state.marquee === null) paintFrame(pen, state, store, theme)
}

function paintFrame(pen: Pen, state: EditorState, store: PlanStore, theme: PlanTheme): void {
  const frame = selectionFrame(store.plan, state)
  if (!frame) return
  if (state.selection.size > 1) pen.strokeRing(frame.corners, theme.accent, 1, [4, 3])
  // While it is being dragged the handles would only hide it.
  if (state.gesture === 'draggingItems') return
  const { g, ratio } = pen
  const size = Math.round(HANDLE_PX * ratio)
  g.lineWidth = pen.line(1.5)
  g.strokeStyle = theme.accent
  g.fillStyle = theme.floor
  for (const { at } of frame.handles) {
    g.beginPath()
    g.rect(Math.round(pen.x(at[0]) - size / 2), Math.round(pen.y(at[1]) - size / 2), size, size)
    g.fill()
    g.stroke()
  }
  if (!frame.rotateHandle) return
  const [x, y] = [frame.rotateHandle[0] * ratio, frame.rotateHandle[1] * ratio]
  const [a, b] = frame.corners
  g.beginPath()
  g.moveTo((pen.x(a[0]) + pen.x(b[0])) / 2, (pen.y(a[1]) + pen.y(b[1])) / 2)
  g.lineTo(x, y)
  g.stroke()
  g.beginPath()
  g.arc(x, y, size / 2 + ratio, 0, 2 * Math.PI)
  g.fill()
  g.stroke()
}
