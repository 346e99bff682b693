import type { Patch } from '#shared/document/patch'
import type { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Box, Point } from '#shared/geometry/types'
import type { BoothId, HallId, RandomBytes } from '#shared/kernel/ids'
import type { EditorState, EditorTimers, ItemKey, MessageCode, PlanStore, Preview, ToolId, Viewport } from './types'

/** What commands and tools may do to the editor: the inside of it, never handed to panels. */
export interface EditorContext {
  readonly store: PlanStore
  readonly state: EditorState
  readonly timers: EditorTimers
  readonly randomBytes: RandomBytes
  /** While someone is asked about claimed booths: until the answer no other gesture begins. */
  readonly busy: boolean
  isClaimed(boothId: BoothId): boolean
  /** Subscribers hear of it once, unless nothing differs. */
  update(part: Partial<EditorState>): void
  /** Shows what the gesture would do, here and as a ghost to the others; null ends it. */
  preview(preview: Preview | null): void
  setTool(tool: ToolId): void
  select(keys: Iterable<ItemKey>): void
  look(viewport: Viewport): void
  /** Things of one hall by the box around them. */
  index(hallId: HallId): SpatialIndex<ItemKey>
  itemAt(point: Point, tolerancePx?: number): ItemKey | null
  /** Box around the current hall and whatever lies outside of it; null without a hall. */
  hallBox(): Box | null
  /**
   * One step of undo. Refused with a message when claimed booths would go; when claimed booths would move, change size
   * or number, the owner is asked first. The preview stays on the canvas meanwhile, and the patch is worked out anew
   * from the plan as it is when the answer comes. Resolves to whether something was applied; without claimed booths it
   * is applied before this returns.
   */
  commit(patch: () => Patch): Promise<boolean>
  say(code: MessageCode, params?: Readonly<Record<string, string | number>>): void
  /** Ends the gesture under way without a trace; false when there was none. */
  cancelGesture(): boolean
}
