/**
 * What the editor core offers and what it asks for. The core runs without a browser: no React, Konva, Yjs or DOM here.
 *
 * Units: screen lengths are CSS pixels from the canvas' top left corner, plan lengths are millimetres (fractions only
 * while a pointer moves; whatever is stored is whole), angles 1/100 degree clockwise.
 */
import type { Patch } from '#shared/document/patch'
import type { MalformedRecord, PlacedKind, Plan, RecordKey, RecordKind, RecordOf } from '#shared/document/records'
import type { Box, Place, Point } from '#shared/geometry/types'
import type { BoothId, HallId, RandomBytes, SectorId } from '#shared/kernel/ids'
import type { ItemKey } from '#shared/plan/itemKey'
import type { Refusal } from '#shared/plan/ops/edit'
import type { Shape } from '#shared/plan/shapes'
import type { Timers } from '~/lib/throttle'
import type { CommandId, CommandInput } from './commands/types'

export type { ItemKey }

// ---- the plan underneath -----------------------------------------------------------------------------------------

export interface ApplyOptions {
  /** False for housekeeping that undo must not take back (default true). */
  undoable?: boolean
}

export interface StoreChange {
  /** True for this client's own gestures, undo and redo; false for what others did. */
  local: boolean
}

/**
 * The document as the editor sees it. Two implementations: `memoryPlanStore` (tests) and the Yjs binding in
 * app/canvas/document. `PlanMirror` keeps the records and snapshots for both.
 */
export interface PlanStore {
  /** A snapshot: its maps never change once handed out, and a kind that was not touched keeps the same map. */
  readonly plan: Plan
  /** The record as it is now, without making a snapshot. */
  get<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined
  /** Records that no reader can use, for the list from which organisers remove them. */
  readonly malformed: readonly MalformedRecord[]
  /** Carries out the patch as one transaction, which is ONE step of undo. Listeners hear of it before this returns. */
  apply(patch: Patch, options?: ApplyOptions): void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Takes back this client's own last step; false when there is none. */
  undo(): boolean
  redo(): boolean
  /** Called once a transaction with every record it touched (also when they became malformed or vanished). */
  subscribe(listener: (touched: readonly RecordKey[], change: StoreChange) => void): () => void
}

// ---- what happens to the canvas ----------------------------------------------------------------------------------

export interface Modifiers {
  shift: boolean
  alt: boolean
  ctrl: boolean
  meta: boolean
}

export type EditorEvent =
  | ({
      type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel'
      pointerId: number
      pointerType: 'mouse' | 'pen' | 'touch'
      /** As in the DOM: 0 main, 1 middle, 2 secondary; -1 for moves. */
      button: number
      x: number
      y: number
    } & Modifiers)
  | { type: 'pointerLeave' }
  | ({
      type: 'wheel'
      x: number
      y: number
      deltaX: number
      deltaY: number
      /** As in the DOM: 0 pixels, 1 lines, 2 pages. */
      deltaMode: number
    } & Modifiers)
  | ({ type: 'keyDown' | 'keyUp'; key: string; repeat: boolean } & Modifiers)
  /** The window lost the keyboard: whatever hung on a held key ends. */
  | { type: 'blur' }

// ---- what the editor shows ---------------------------------------------------------------------------------------

export const TOOL_IDS = [
  'select',
  'hand',
  'booth',
  'rows',
  'wall',
  'column',
  'exit',
  'stage',
  'meetingPoint',
  'sector',
] as const
export type ToolId = (typeof TOOL_IDS)[number]

/** Pixels at the edges of the canvas that panels lie over. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** screen = plan * scale + (x, y); width and height of the canvas in pixels. */
export interface Viewport {
  scale: number
  x: number
  y: number
  width: number
  height: number
  /** What is brought into view is brought between these. */
  insets: Insets
}

/** A line that shows what a dragged thing snapped to, in plan mm. */
export interface Guide {
  axis: 'x' | 'y'
  /** Where the line lies on its axis ('x': a vertical line at x = at). */
  at: number
  from: number
  to: number
}

/** Something that will exist when the gesture ends. */
export interface FreshItem {
  kind: PlacedKind
  place: Place
  /** For booths: the number proposed. */
  number?: string
}

/** What the gesture under way would do; the document has not changed yet. */
export interface Preview {
  /** Existing things where they would go: `place`, or `outline` for polygons. */
  moved: ReadonlyMap<ItemKey, Shape>
  fresh: readonly FreshItem[]
  /** Booths that the sector brush has touched. */
  painted: ReadonlySet<ItemKey>
  /** Measures in words of the drawing itself, for a label at the pointer. */
  measure: { widthMm: number; depthMm: number } | { angle: number } | null
}

/** What ops refuse, and what the tools have to say themselves. */
export type MessageCode = Refusal | 'tooLarge'

/** A sentence for the person: `editor:messages.<code>` with `params`. */
export interface EditorMessage {
  id: number
  code: MessageCode
  params: Readonly<Record<string, string | number>>
}

export type Cursor = 'default' | 'crosshair' | 'grab' | 'grabbing' | 'move' | 'copy' | 'rotate' | ResizeCursor
export type ResizeCursor = 'ns-resize' | 'ew-resize' | 'nesw-resize' | 'nwse-resize'

/** Settings of the tools that draw; panels show and change them. Lengths in mm. */
export interface ToolOptions {
  booth: { widthMm: number; depthMm: number }
  rows: { boothWidthMm: number; boothDepthMm: number; boothsPerBlock: number; aisleMm: number; backToBack: boolean }
  wall: { thicknessMm: number }
  column: { sizeMm: number; round: boolean }
  exit: { kind: 'entrance' | 'exit' | 'emergency'; widthMm: number }
  /** Given to booths that are drawn, and by the sector brush to booths it touches; null takes a sector away. */
  sectorId: SectorId | null
}

/** Immutable: every change makes a new object, so that a panel compares the parts it shows by identity. */
export interface EditorState {
  hallId: HallId | null
  tool: ToolId
  /** Name of the gesture under way, null between gestures. */
  gesture: string | null
  cursor: Cursor
  viewport: Viewport
  selection: ReadonlySet<ItemKey>
  hover: ItemKey | null
  /** Being dragged by the select tool, plan mm. */
  marquee: Box | null
  guides: readonly Guide[]
  preview: Preview | null
  /** Pointer in whole plan mm, for the status line. */
  pointer: Point | null
  messages: readonly EditorMessage[]
  options: ToolOptions
  /** Snapping to grid and neighbours; held Alt turns it round for as long as it is held. */
  snapping: boolean
  showGrid: boolean
  readOnly: boolean
}

// ---- the editor --------------------------------------------------------------------------------------------------

/** What one does to booths that someone has claimed; asked first, told to the exhibitor with the next release. */
export type ClaimedChange = 'move' | 'resize' | 'renumber'

/** The editor's only clock; tests hand in their own. */
export type EditorTimers = Timers

export interface EditorOptions {
  store: PlanStore
  randomBytes: RandomBytes
  hallId: HallId | null
  readOnly?: boolean
  /** Whether someone holds, has claimed or been confirmed on this booth. */
  isClaimed?: (boothId: BoothId) => boolean
  /**
   * Asked (once a gesture) before claimed booths change; the preview stays until the answer, false lets it spring back.
   * Without it the answer is yes.
   */
  confirmClaimed?: (boothIds: readonly BoothId[], change: ClaimedChange) => Promise<boolean>
  /**
   * Where dragged things are at the moment, at most 15 times a second, for the others (`PresenceState.ghost`); null when
   * the drag is over. Of a thing with an outline: the box around where it would be.
   */
  onGhost?: (places: Readonly<Record<ItemKey, Place>> | null) => void
  /** The pointer in whole plan mm, at most 15 times a second; null when it has left. */
  onCursor?: (point: Point | null) => void
  timers?: EditorTimers
}

export interface Editor {
  readonly store: PlanStore
  readonly state: EditorState
  /** Called after every change with the new state and the one before. */
  subscribe(listener: (state: EditorState, before: EditorState) => void): () => void
  /**
   * Pointer, wheel and key events of the canvas. True when the event meant something to the editor, so that the shell
   * prevents what the browser would do with it.
   */
  dispatch(event: EditorEvent): boolean
  /** Carries out a command of the registry; false when it is not enabled. */
  perform(id: CommandId, input?: CommandInput): boolean
  isEnabled(id: CommandId): boolean
  /** Whether a command that is on or off (a tool, the grid) is on. */
  isActive(id: CommandId): boolean

  setHall(hallId: HallId | null): void
  setTool(tool: ToolId): void
  setOptions(options: Partial<ToolOptions>): void
  setSelection(keys: Iterable<ItemKey>): void
  /** Size of the canvas in px. The first time it also fits the hall into view. */
  setSize(width: number, height: number): void
  /** What panels cover; counts the next time that something is brought into view. */
  setInsets(insets: Insets): void
  setViewport(view: { scale: number; x: number; y: number }): void
  /** Brings a box of the plan (mm) into view; `pad` in px. */
  fit(box: Box, pad?: number): void
  /** Selects the things and brings them into view, in their hall: the jump from a list or from a problem. */
  reveal(keys: readonly ItemKey[]): void
  setReadOnly(readOnly: boolean): void
  setSnapping(on: boolean): void
  setShowGrid(on: boolean): void
  dismissMessage(id: number): void

  /**
   * For panels: applies the patch of an op as one step. When it moves, resizes or renumbers claimed booths, asks first.
   * Resolves to whether it was applied.
   */
  applyPatch(patch: Patch): Promise<boolean>

  /** The uppermost thing of the current hall at a point of the plan, with a tolerance in mm. */
  itemAt(point: Point, tolerance?: number): ItemKey | null
  /** Things of the current hall whose box meets the box. */
  itemsIn(box: Box): ItemKey[]
  /** Ends the gesture and every subscription. */
  destroy(): void
}
