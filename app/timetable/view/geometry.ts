import type { StageId } from '#shared/kernel/ids'
import { RASTER } from '#shared/programme/time'
import type { Marquee, Placement, SlotRef, TimetableState } from '../types'
import type { Block, DayLayout } from './dayLayout'

type Scale = Pick<TimetableState, 'zoom' | 'columnWidth'>

export const MIN_ZOOM = 0.4
export const MAX_ZOOM = 8
export const FIRST_ZOOM = 1.5
/** Narrower and no title can be read. */
export const MIN_COLUMN = 148
/** Wider and the eye loses the line. */
export const MAX_COLUMN = 420
/** Beside blocks, so that the ground can be reached. */
export const COLUMN_GAP = 6

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))

export function columnWidthFor(width: number, stages: number): number {
  if (stages === 0) return MIN_COLUMN
  return Math.max(MIN_COLUMN, Math.min(MAX_COLUMN, Math.floor(width / stages)))
}

export const minuteAt = (layout: DayLayout, { zoom }: Scale, y: number): number => layout.from + y / zoom

/** The stage under x; the first or last one beyond the edges; null where there is none at all. */
export function stageAt(layout: DayLayout, { columnWidth }: Scale, x: number): StageId | null {
  const column = Math.min(layout.stages.length - 1, Math.max(0, Math.floor(x / columnWidth)))
  return layout.stages[column]?.id ?? null
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pixels of the day; cut at the hours that are shown. */
export function boxOf(
  layout: DayLayout,
  { zoom, columnWidth }: Scale,
  placement: Placement & Partial<Pick<Block, 'lane' | 'lanes'>>,
): Box {
  const { stageId, start, end, lane = 0, lanes = 1 } = placement
  const top = (Math.max(layout.from, start) - layout.from) * zoom
  const bottom = (Math.min(layout.until, end) - layout.from) * zoom
  const inner = columnWidth - COLUMN_GAP
  const width = inner / lanes
  return {
    left: (layout.columns.get(stageId) ?? 0) * columnWidth + COLUMN_GAP / 2 + lane * width,
    top,
    width: width - (lanes > 1 ? 2 : 0),
    height: Math.max(RASTER * zoom, bottom - top),
  }
}

export type Edge = 'start' | 'end'
export interface Hit {
  readonly ref: SlotRef
  readonly edge: Edge | null
}

/** How near an end of a block must be: a finger is thicker than a pointer. */
const EDGE_PX = { mouse: 6, pen: 8, touch: 16 } as const
/** Lower blocks are all handle, and could not be taken any more. */
const MIN_EDGED_PX = 20

/** The block under a point; with a finger only a selected one can be taken by its ends. */
export function blockAt(
  layout: DayLayout,
  state: TimetableState,
  point: { x: number; y: number; pointerType: keyof typeof EDGE_PX },
): Hit | null {
  const stageId = point.x < 0 ? null : stageAt(layout, state, point.x)
  if (stageId === null) return null
  for (const block of layout.byStage.get(stageId) ?? []) {
    const { left, top, width, height } = boxOf(layout, state, block)
    if (point.x < left || point.x >= left + width || point.y < top || point.y >= top + height) continue
    const mayResize = height >= MIN_EDGED_PX && (point.pointerType === 'mouse' || state.selection.has(block.ref))
    const reach = Math.min(EDGE_PX[point.pointerType], height / 4)
    if (mayResize && point.y - top < reach) return { ref: block.ref, edge: 'start' }
    if (mayResize && top + height - point.y < reach) return { ref: block.ref, edge: 'end' }
    return { ref: block.ref, edge: null }
  }
  return null
}

/** Blocks that a frame meets. */
export function blocksIn(layout: DayLayout, state: Scale, { left, top, right, bottom }: Marquee): SlotRef[] {
  const met: SlotRef[] = []
  for (const block of layout.blocks.values()) {
    const box = boxOf(layout, state, block)
    if (box.left < right && box.left + box.width > left && box.top < bottom && box.top + box.height > top)
      met.push(block.ref)
  }
  return met
}
