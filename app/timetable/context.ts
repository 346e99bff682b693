import type { Patch } from '#shared/document/patch'
import type { Talk } from '#shared/document/records'
import type { SlotKey } from '#shared/document/talkRecord'
import type { RandomBytes } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { ProgrammeEdit } from '#shared/programme/ops/edit'
import type { Timers } from '~/lib/throttle'
import type { Gesture, PointerInput } from './gestures/gesture'
import type {
  Announcement,
  Placement,
  Preview,
  SlotRef,
  TimetableMessage,
  TimetableState,
  TimetableStore,
} from './types'
import type { DayLayout } from './view/dayLayout'

/** A slot with what is known of it now; `placement` is null as long as the talk is on the shelf. */
export interface Held {
  readonly ref: SlotRef
  readonly talk: Talk
  readonly key: SlotKey
  readonly placement: Placement | null
}

/** What commands and gestures may do to the timetable: the inside of it, never handed to panels. */
export interface TimetableContext {
  readonly store: TimetableStore
  readonly state: TimetableState
  readonly timers: Timers
  readonly randomBytes: RandomBytes
  readonly timeZone: string
  freshTitle(): LocalText
  /** Subscribers hear of it once, unless nothing differs. */
  update(part: Partial<TimetableState>): void
  layout(): DayLayout
  /** Null for what is gone. */
  held(ref: SlotRef): Held | null
  /** Those selected that are still there, by time. */
  heldSelection(): Held[]
  /** Shows what the gesture would do, here and as a ghost to the others; null ends it. */
  preview(preview: Preview | null): void
  select(refs: Iterable<SlotRef>): void
  focus(ref: SlotRef | null): void
  showDay(day: string): void
  reveal(ref: SlotRef): void
  announce(code: Announcement['code'], about?: Partial<Pick<Announcement, 'ref' | 'placement' | 'count'>>): void
  /** Commits what an op allows, says why it does not. */
  run(edit: ProgrammeEdit): boolean
  /** A sentence to be seen. */
  say(code: TimetableMessage, params?: Readonly<Record<string, string | number>>): void
  /** One step of undo; false when nothing was changed. */
  commit(patch: Patch): boolean
  /** Begins a gesture that no pointer began, or that one turns into by itself. */
  begin(gesture: Gesture, pointer?: PointerInput): void
  endGesture(): void
  /** Ends the gesture under way without a trace; false when there was none. */
  cancelGesture(): boolean
}
