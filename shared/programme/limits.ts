import type { TalkKind } from '#shared/document/talkRecord'

/**
 * Metres a second of someone who has to get somewhere through a hall: the "normal walking speed" of 4 ft/s by which
 * pedestrian signals were timed (MUTCD 2003; its 2009 edition takes 3.5 ft/s, for the slower). A crowded aisle is slower still.
 */
export const WALKING_SPEED = 1.2

/** Minutes from any stage of one hall to any of another: where halls lie to each other the plan does not say. Our own default. */
export const MINUTES_BETWEEN_HALLS = 5

/** Minutes that a talk takes when it is first given a time, by what is customary. Our own defaults. */
export const DEFAULT_MINUTES: Readonly<Record<TalkKind, number>> = {
  talk: 45,
  workshop: 90,
  debate: 60,
  networking: 60,
  meeting: 30,
  break: 30,
  blocker: 60,
}
