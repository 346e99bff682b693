import type { Patch } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { TalkState } from '#shared/document/talkRecord'
import type { HallId, PersonId, StageId, TalkId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import type { Remark } from './types'

/** A row of `people` as matching needs it. */
export interface KnownPerson {
  id: PersonId
  name: string
  guid: string | null
  biography: Partial<LocalText>
  links: { label: string; url: string }[]
  carried: Record<string, unknown>
}

export interface TalksFromOptions {
  /** The fair: two fairs with the same numbers in their files stay apart. */
  fairId: string
  /** The draft as it is. Removed talks count as there: an import brings them back. */
  plan: Plan
  people: readonly KnownPerson[]
  /** Makes ids of new records and rows. */
  newId: () => string
  /** Where stages that the fair does not have are put; null: a hall is made when the fair has none. */
  hallId: HallId | null
  /** What talks that come for the first time are; those that the file says are cancelled are cancelled. */
  state: TalkState
}

/** New: to be created. Changed: `fields` differ from what is there. Same: nothing to do. */
export type Fate = 'new' | 'changed' | 'same'

export interface ImportedPerson {
  id: PersonId
  fate: Fate
  name: string
  biography: Partial<LocalText>
  links: { label: string; url: string }[]
  guid: string
  carried: Record<string, unknown>
}

export interface ImportedTalk {
  id: TalkId
  fate: Fate
  title: string
  /** Names of what differs, of a changed one. */
  changed: string[]
}

export interface ImportedStage {
  id: StageId
  fate: Fate
  name: string
}

/** What an import does, worked out before anything is touched. */
export interface ImportPlan {
  talks: ImportedTalk[]
  stages: ImportedStage[]
  people: ImportedPerson[]
  /** Talks, stages and where needed a hall; only the fields that differ. People are rows and not in it. */
  patch: Patch
  /** What is unclear and what is left out, beyond what the reader said. */
  remarks: Remark[]
}
