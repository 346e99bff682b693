import type { Patch } from '#shared/document/patch'
import type { SpatialIndex } from '#shared/geometry/spatialIndex'
import type { Point } from '#shared/geometry/types'
import type { BoothId, HallId } from '#shared/kernel/ids'
import type { EditorOptions, EditorState, EditorTimers, ItemKey, MessageCode, PlanStore } from './types'

/** What commands and tools may do to the editor: the inside of it, never handed to panels. */
export interface EditorContext {
  readonly store: PlanStore
  readonly state: EditorState
  readonly timers: EditorTimers
  readonly randomBytes: EditorOptions['randomBytes']
  isClaimed(boothId: BoothId): boolean
  update(part: Partial<EditorState>): void
  /** Things of one hall by the box around them. */
  index(hallId: HallId): SpatialIndex<ItemKey>
  itemAt(point: Point, tolerance?: number): ItemKey | null
  /**
   * One step of undo. Claimed booths in it that would go are left out, with a message; for those that would move,
   * change size or number the owner is asked first. `preview` stays on the canvas meanwhile, and the patch is worked out
   * anew from the plan as it is when the answer comes. Resolves to whether something was applied; without claimed
   * booths it is applied before this returns.
   */
  commit(patch: () => Patch): Promise<boolean>
  say(code: MessageCode, params?: Record<string, string | number>): void
  /** Ends the gesture under way without a trace; false when there was none. */
  cancelGesture(): boolean
}
