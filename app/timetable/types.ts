/**
 * What the headless timetable offers and what it asks for: no React, DOM or Yjs here.
 *
 * Units: instants are whole minutes since 1970-01-01T00:00Z (fractions only while a pointer moves), lengths on the screen
 * are CSS pixels. `x` and `y` count from the corner of the day that is shown, whatever has been scrolled away.
 */
import type { Patch } from '#shared/document/patch'
import type { Plan, RecordKey, RecordKind, RecordOf } from '#shared/document/records'
import type { Span } from '#shared/document/schedule'
import type { TalkKind, TalkState } from '#shared/document/talkRecord'
import type { RandomBytes, SectorId, StageId, TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { ProgrammeEdit, ProgrammeRefusal } from '#shared/programme/ops/edit'
import type { SlotRef } from '#shared/programme/slots'
import type { Timers } from '~/lib/throttle'
import type { CommandId } from './commands/types'
import type { Held } from './context'
import type { DayLayout } from './view/dayLayout'
import type { TimetableDay } from './view/days'

export type { SlotRef }

/** The document as the timetable sees it: a part of what the fair's store offers. */
export interface TimetableStore {
  readonly plan: Plan
  get<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined
  /** One transaction, one step of undo. */
  apply(patch: Patch): void
  readonly canUndo: boolean
  readonly canRedo: boolean
  undo(): boolean
  redo(): boolean
  subscribe(listener: (touched: readonly RecordKey[]) => void): () => void
}

/** Where and when: what a slot says, apart from the talk. `end` is not part of it. */
export interface Placement {
  readonly stageId: StageId
  readonly start: number
  readonly end: number
}

export const TIMETABLE_VIEWS = ['grid', 'list', 'sheet'] as const
export type TimetableView = (typeof TIMETABLE_VIEWS)[number]

/** Which talks the shelf and the list show; null leaves a question open. */
export interface TalkFilter {
  readonly text: string
  readonly kind: TalkKind | null
  /** `none`: those without a sector. */
  readonly sectorId: SectorId | 'none' | null
  readonly state: TalkState | null
  /** Language of speech. */
  readonly language: string | null
}

/** What the gesture under way would do; the document has not changed yet. */
export interface Preview {
  /** Slots where they would be; null where they would leave the grid. */
  readonly placed: ReadonlyMap<SlotRef, Placement | null>
  /** A talk that does not exist yet. */
  readonly fresh: Placement | null
  /** The slot with which the dragged one would change places. */
  readonly swapWith: SlotRef | null
}

/** Pixels of the day. */
export interface Marquee {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** For the live region: `timetable:announce.<code>`; people hear it, nothing is shown. */
export interface Announcement {
  readonly id: number
  readonly code: AnnouncementCode
  /** What it is about, for the name and the place in the reader's words. */
  readonly ref: SlotRef | null
  readonly placement: Placement | null
  readonly count: number
}
export type AnnouncementCode =
  | 'pickedUp'
  | 'at'
  | 'dropped'
  | 'putBack'
  | 'unscheduled'
  | 'removed'
  | 'selected'
  | 'deselected'
  | 'created'
  | 'swapped'
  | 'nowhere'

/** Sentences to be seen: why an op does nothing (`conflicts:refusals`), or what just went and can come back. */
export type TimetableMessage = ProgrammeRefusal | 'removed'

export interface TimetableState {
  readonly view: TimetableView
  /** The day that is shown, `2027-03-12`: one of `days`. */
  readonly day: string
  readonly days: readonly TimetableDay[]
  /** All 24 hours, or those around opening hours and talks only. */
  readonly wholeDay: boolean
  /** Pixels a minute. */
  readonly zoom: number
  /** Pixels that the window has for the day: 0 until it is known. */
  readonly size: { readonly width: number; readonly height: number }
  /** Pixels a stage. */
  readonly columnWidth: number
  /** Slots by their ref; an unscheduled talk by its own id, which is the ref of its first slot. */
  readonly selection: ReadonlySet<SlotRef>
  /** The block or card that has the keyboard, or had it last. */
  readonly focus: SlotRef | null
  readonly filter: TalkFilter
  /** Name of the gesture under way. */
  readonly gesture: string | null
  readonly preview: Preview | null
  readonly marquee: Marquee | null
  /** Somebody asked to be shown this: grows with each request. */
  readonly revealed: { readonly id: number; readonly ref: SlotRef } | null
  readonly announcement: Announcement | null
  readonly readOnly: boolean
}

export interface Modifiers {
  shift: boolean
  alt: boolean
  ctrl: boolean
  meta: boolean
}

/** What lies under a pointer: the grid itself, or one of the places beside it where a drag can end. */
export type Zone =
  | { at: 'grid' }
  | { at: 'shelf'; talkId: TalkId | null }
  | { at: 'day'; day: string }
  | { at: 'elsewhere' }

export type TimetableEvent =
  | ({
      type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel'
      pointerId: number
      pointerType: 'mouse' | 'pen' | 'touch'
      button: number
      x: number
      y: number
      zone: Zone
    } & Modifiers)
  | ({
      type: 'keyDown'
      key: string
      repeat: boolean
      /** The keyboard is on a talk, or on what holds them: keys without a modifier count. */
      within: boolean
    } & Modifiers)
  /** The window lost the keyboard. */
  | { type: 'blur' }

export interface TimetableOptions {
  store: TimetableStore
  /** IANA name, and when the fair is open: may change while one looks on. */
  facts: () => { timeZone: string; openSpans: readonly Span[] }
  /** First and last day of the fair, `2027-03-12`. */
  startsOn: string
  endsOn: string
  randomBytes: RandomBytes
  /** Title of a talk that is drawn, in the language of who draws. */
  freshTitle: () => LocalText
  timers?: Timers
  /** The day to begin with, where it is one of the fair. */
  day?: string | null
  view?: TimetableView
  onSay?: (code: TimetableMessage, params: Readonly<Record<string, string | number>>) => void
  onGhost?: (ghost: Readonly<Record<SlotRef, readonly [string, number, number]>> | null) => void
  onCursor?: (cursor: { stageId: string; minute: number } | null) => void
}

export interface Timetable {
  readonly store: TimetableStore
  readonly state: TimetableState
  /** Called after every change with the new state and the one before. */
  subscribe(listener: (state: TimetableState, before: TimetableState) => void): () => void
  /** The blocks of the day that is shown, as the document has them (without what is previewed). */
  layout(): DayLayout
  /** A slot as it is now; null for what is gone. */
  held(ref: SlotRef): Held | null
  /** True when the event was for the timetable, and is not for the page. */
  dispatch(event: TimetableEvent): boolean
  perform(command: CommandId): boolean
  isEnabled(command: CommandId): boolean
  setView(view: TimetableView): void
  setDay(day: string): void
  setFilter(part: Partial<TalkFilter>): void
  setSelection(refs: Iterable<SlotRef>): void
  setFocus(ref: SlotRef | null): void
  setZoom(zoom: number): void
  setSize(width: number, height: number): void
  /** Selects it, turns to its day, and brings it into view. */
  reveal(ref: SlotRef): void
  /** Facts about the fair have changed. */
  refresh(): void
  setReadOnly(readOnly: boolean): void
  /** One step of undo; false when nothing was changed. */
  apply(patch: Patch): boolean
  /** Applies what an op allows, says why it does not. */
  run(edit: ProgrammeEdit): boolean
  /** A new talk on the shelf, selected; null where nothing can be changed. */
  createTalk(): TalkId | null
  /** The pointer has left: others see no cursor. */
  leave(): void
  destroy(): void
}
