import { polygonOf } from '#shared/document/plan'
import type { Plan } from '#shared/document/records'
import { boxRing, unionOf } from '#shared/geometry/boxes'
import { boundsOf, placeCorners } from '#shared/geometry/place'
import type { Point } from '#shared/geometry/types'
import { distance, lerp, midpoint } from '#shared/geometry/vectors'
import { type ItemKey, itemOf } from '#shared/plan/itemKey'
import { type Shape, shapeOf } from '#shared/plan/shapes'
import type { EditorState, ResizeCursor } from './types'
import { toScreen } from './viewport'

/** Which side or corner: -1 west or north, 1 east or south, 0 the middle, seen in the thing's own direction. */
export interface HandleSide {
  hx: -1 | 0 | 1
  hy: -1 | 0 | 1
}

export interface SelectionFrame {
  /** Corners in plan mm, in the order of `placeCorners`. */
  corners: readonly [Point, Point, Point, Point]
  /** 1/100 degree. */
  rotation: number
  handles: readonly (HandleSide & { at: Point })[]
  /** Where the handle for turning is, in screen px; null when nothing may be turned. */
  rotateHandle: Point | null
}

const SIDES: readonly HandleSide[] = [
  { hx: -1, hy: -1 },
  { hx: 0, hy: -1 },
  { hx: 1, hy: -1 },
  { hx: 1, hy: 0 },
  { hx: 1, hy: 1 },
  { hx: 0, hy: 1 },
  { hx: -1, hy: 1 },
  { hx: -1, hy: 0 },
]

const ROTATE_HANDLE_PX = 26
/** Smaller frames on the screen have no room for handles at the middles of their sides, or for any. */
const ALL_HANDLES_PX = 36
const ANY_HANDLES_PX = 12

/** Shape of a thing as the gesture under way would leave it. */
export function shapeNow(plan: Plan, state: Pick<EditorState, 'preview'>, key: ItemKey): Shape | null {
  const moved = state.preview?.moved.get(key)
  if (moved) return moved
  const record = itemOf(plan, key)
  return record ? shapeOf(record) : null
}

/** The frame around what is selected; null for nothing, or when only looking is allowed. */
export function selectionFrame(plan: Plan, state: EditorState): SelectionFrame | null {
  if (state.selection.size === 0 || state.readOnly) return null
  const shapes = [...state.selection].flatMap((key) => shapeNow(plan, state, key) ?? [])
  const [only] = shapes
  const place = shapes.length === 1 ? only?.place : undefined
  if (place) return frameOf(placeCorners(place), place[4], true, state)
  const box = unionOf(shapes.map((shape) => boundsOf(polygonOf(shape))))
  if (!box) return null
  const [a, b, c, d] = boxRing(box) as [Point, Point, Point, Point]
  return frameOf([a, b, c, d], 0, false, state)
}

function frameOf(
  corners: readonly [Point, Point, Point, Point],
  rotation: number,
  resizable: boolean,
  { viewport }: EditorState,
): SelectionFrame {
  const [a, b, c, d] = corners
  const [width, depth] = [distance(a, b) * viewport.scale, distance(b, c) * viewport.scale]
  const roomy = Math.max(width, depth) >= ANY_HANDLES_PX
  const handles = SIDES.filter(({ hx, hy }) => {
    if (!resizable || !roomy) return false
    if (hx !== 0 && hy !== 0) return true
    return hx === 0 ? width >= ALL_HANDLES_PX : depth >= ALL_HANDLES_PX
  }).map((side) => ({ ...side, at: handlePoint(corners, side) }))
  const [top, bottom] = [toScreen(viewport, midpoint(a, b)), toScreen(viewport, midpoint(d, c))]
  const height = distance(top, bottom)
  const rotateHandle = roomy && height > 0 ? lerp(bottom, top, (height + ROTATE_HANDLE_PX) / height) : null
  return { corners, rotation, handles, rotateHandle }
}

export function handlePoint([a, b, c, d]: SelectionFrame['corners'], { hx, hy }: HandleSide): Point {
  const across = (hx + 1) / 2
  return lerp(lerp(a, b, across), lerp(d, c, across), (hy + 1) / 2)
}

/** The pointer that shows which way a handle goes, turned with the thing. */
export function resizeCursor({ hx, hy }: HandleSide, rotation: number): ResizeCursor {
  const direction = (Math.atan2(hy, hx) * 180) / Math.PI + rotation / 100
  const eighth = ((Math.round(direction / 45) % 4) + 4) % 4
  return (['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const)[eighth] ?? 'ew-resize'
}

const HIT_PX = { mouse: 8, pen: 10, touch: 20 } as const

export type FrameHit = { what: 'rotate' } | ({ what: 'resize' } & HandleSide) | null

/** Which handle of the frame is at a point of the screen. */
export function frameHit(
  frame: SelectionFrame | null,
  { viewport }: EditorState,
  screen: Point,
  pointerType: keyof typeof HIT_PX,
): FrameHit {
  if (!frame) return null
  const reach = HIT_PX[pointerType]
  let best: { hit: FrameHit; away: number } | null = null
  for (const { hx, hy, at } of frame.handles) {
    const away = distance(toScreen(viewport, at), screen)
    if (away <= reach && (!best || away < best.away)) best = { hit: { what: 'resize', hx, hy }, away }
  }
  if (frame.rotateHandle && distance(frame.rotateHandle, screen) <= reach + 2)
    best ??= { hit: { what: 'rotate' }, away: 0 }
  return best?.hit ?? null
}
