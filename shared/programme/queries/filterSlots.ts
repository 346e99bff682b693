import type { Talk } from '#shared/document/records'
import type { TalkKind, TalkState } from '#shared/document/talkRecord'
import type { PersonId, SectorId, StageId, TalkId } from '#shared/kernel/ids'
import type { GridDay } from '../gridDays'
import type { TalkSlot } from '../slots'

/** What to show; whatever is left out, or null, lets everything through. */
export interface TalkFilter {
  stageId?: StageId | null
  sectorId?: SectorId | null
  kind?: TalkKind | null
  state?: TalkState | null
  /** BCP 47: `nl` also finds `nl-BE`. */
  language?: string | null
  personId?: PersonId | null
  day?: Pick<GridDay, 'from' | 'until'> | null
}

const isWanted = <T>(wanted: T | null | undefined, value: T): boolean =>
  wanted === null || wanted === undefined || wanted === value

const speaks = (wanted: string | null | undefined, language: string | null): boolean =>
  !wanted || language === wanted || (language?.startsWith(`${wanted}-`) ?? false)

/** What can be said without a time: everything but stage and day. */
export const talkMatches = (talk: Talk, { sectorId, kind, state, language, personId }: TalkFilter): boolean =>
  isWanted(sectorId, talk.sectorId) &&
  isWanted(kind, talk.kind) &&
  isWanted(state, talk.state) &&
  speaks(language, talk.language) &&
  (!personId || talk.speakerIds.includes(personId))

export const slotMatches = (slot: TalkSlot, talk: Talk, filter: TalkFilter): boolean =>
  isWanted(filter.stageId, slot.stageId) &&
  (!filter.day || (filter.day.from <= slot.start && slot.start < filter.day.until)) &&
  talkMatches(talk, filter)

/** In the order given. Slots of talks that are not there are left out. */
export const filterSlots = (
  slots: readonly TalkSlot[],
  talks: ReadonlyMap<TalkId, Talk>,
  filter: TalkFilter,
): TalkSlot[] =>
  slots.filter((slot) => {
    const talk = talks.get(slot.talkId)
    return talk !== undefined && slotMatches(slot, talk, filter)
  })
