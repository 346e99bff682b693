import type { TimetableEvent, Zone } from '../types'

export type PointerInput = Omit<Extract<TimetableEvent, { pointerId: number }>, 'type'>
export type KeyInput = Extract<TimetableEvent, { type: 'keyDown' }>

/** One gesture under way, from pressing to letting go. It changes the document at its end only, once. */
export interface Gesture {
  readonly name: string
  enter(): void
  /** May hand over to the gesture that this one turns out to be; that one is entered and moved next. */
  move(pointer: PointerInput): Gesture | undefined
  up(pointer: PointerInput): void
  /** Leaves everything as it was before the gesture. */
  cancel(): void
  /** For gestures that listen to the keyboard; true when the key was for them. */
  key?(key: KeyInput): boolean
}

/** A hand trembles: shorter ways are clicks. */
const CLICK_PX = { mouse: 4, pen: 6, touch: 10 } as const

export const isDrag = (from: PointerInput, to: PointerInput): boolean =>
  !sameZone(from.zone, to.zone) || Math.hypot(to.x - from.x, to.y - from.y) > CLICK_PX[to.pointerType]

const sameZone = (a: Zone, b: Zone) => a.at === b.at

/** How long a finger rests before it takes a talk instead of scrolling. */
export const LONG_PRESS_MS = 380

/** Adds to what is selected. */
export const adds = ({ shift, ctrl, meta }: PointerInput): boolean => shift || ctrl || meta
/** Changes places with what it is dropped on. */
export const swaps = ({ alt, meta }: PointerInput): boolean => alt || meta
