import type { ProgrammeEditorData } from '#server/services/programme/programmeEditorData'
import type { Patch } from '#shared/document/patch'
import type { StageId } from '#shared/kernel/ids'
import type { ProgrammeEdit } from '#shared/programme/ops/edit'
import type { LiveSession } from '~/features/editor/session/liveSession'
import type { LiveNoticeCode, Notices } from '~/features/editor/session/notices'
import type { Value } from '~/lib/value'
import type { Timetable, TimetableMessage } from '~/timetable/types'
import type { ConflictWatch } from './conflictWatch'
import type { FactsValue } from './programmeFacts'

/** Sentences that come and go: `editor:messages`, `conflicts:refusals`, `timetable:messages`. */
export type ProgrammeNoticeCode = LiveNoticeCode | TimetableMessage

/** A dialog that is open over the editor; null: none. */
export type ProgrammeDialog = { kind: 'stage'; stageId: StageId } | { kind: 'help' }

/**
 * Everything of one open programme editor that is not React. Panels read `store` (the document), `timetable.state` (what is
 * selected, which day and view, filters) and `context` (people by id, hours), and change the document by `apply` or `run`
 * only: one call, one step of undo. Hooks: ../useProgramme.ts, and ~/features/editor/useLive.ts for what both editors have.
 */
export interface ProgrammeSession extends LiveSession {
  readonly data: ProgrammeEditorData
  /** The headless editor: `timetable.setSelection`, `setDay`, `setView`, `setFilter`, `reveal(ref)`, `perform(command)`. */
  readonly timetable: Timetable
  readonly conflicts: ConflictWatch
  /** Hours, people and changeover; `refresh()` after people were added or changed. */
  readonly context: FactsValue
  readonly notices: Notices<ProgrammeNoticeCode>
  readonly dialog: Value<ProgrammeDialog | null>
  /** One step of undo; false when nothing was changed (nothing to do, read only, too large). */
  apply(patch: Patch): boolean
  /** Applies what an op allows, says why it does not. */
  run(edit: ProgrammeEdit): boolean
}
