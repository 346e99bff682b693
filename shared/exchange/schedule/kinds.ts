import type { TalkKind } from '#shared/document/talkRecord'

/** Kinds by what types are called in the files of others; the first that fits. */
const CALLED: readonly (readonly [TalkKind, RegExp])[] = [
  ['blocker', /^blocker$/],
  ['workshop', /workshop|hands.?on|tutorial|training|atelier|sprint|hackathon/],
  ['debate', /debat|panel|discussion|discussie|bof|birds|q ?& ?a/],
  ['networking', /network|netwerk|social|meetup|reception|receptie|borrel|party|lunch|diner|breakfast|ontbijt/],
  ['meeting', /meeting|ontmoeting|rencontre|assembly/],
  ['break', /break|pauze|pause/],
  [
    'talk',
    /talk|lecture|keynote|track|devroom|lightning|presentation|session|sessie|vortrag|conf|podcast|performance|concert|other|meta|^$/,
  ],
]

/** Null for a type that nobody here has heard of. */
export const kindOfType = (type: string): TalkKind | null =>
  CALLED.find(([, pattern]) => pattern.test(type.trim().toLowerCase()))?.[0] ?? null
