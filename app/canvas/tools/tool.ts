import type { Point } from '#shared/geometry/types'
import type { EditorContext } from '../editor/context'
import type { Cursor, EditorState, Modifiers, ToolId } from '../editor/types'

/** Where a pointer is, on the screen (px) and on the plan (mm, with fractions). */
export interface PointerInput extends Modifiers {
  pointerId: number
  pointerType: 'mouse' | 'pen' | 'touch'
  button: number
  screen: Point
  plan: Point
}

/** One gesture under way, from pressing to letting go. It changes the document on `up` only, once. */
export interface Gesture {
  readonly name: string
  readonly cursor: Cursor
  enter(): void
  /** May hand over to the gesture that this one turns out to be; that one is entered and moved next. */
  move(pointer: PointerInput): Gesture | undefined
  up(pointer: PointerInput): void
  /** Leaves everything as it was before the gesture. */
  cancel(): void
}

export interface Tool {
  readonly id: ToolId
  readonly cursor: Cursor
  /** Whether it changes the plan. */
  readonly edits: boolean
  /** While no button is down: what the canvas shows at the pointer. */
  hover(context: EditorContext, pointer: PointerInput): Pick<EditorState, 'cursor' | 'hover' | 'guides' | 'preview'>
  down(context: EditorContext, pointer: PointerInput): Gesture | null
}

/** A hand trembles: shorter ways are clicks. */
const CLICK_PX = { mouse: 3, pen: 5, touch: 10 } as const

export const isDrag = (from: PointerInput, to: PointerInput): boolean =>
  Math.hypot(to.screen[0] - from.screen[0], to.screen[1] - from.screen[1]) > CLICK_PX[to.pointerType]

export const NO_HOVER = { hover: null, guides: [], preview: null } as const
