export interface TimedTalk {
  readonly start: number
  readonly end: number
  readonly stageId: string
  readonly cancelled: boolean
}

/** How far ahead, in minutes, one still says "next". */
const AHEAD = 180

/** What is on at that minute, and what comes next on each stage. `talks`: by start. */
export function nowAndNext<T extends TimedTalk>(talks: readonly T[], minute: number): { now: T[]; next: T[] } {
  const now: T[] = []
  const next = new Map<string, T>()
  for (const talk of talks) {
    if (talk.cancelled) continue
    if (talk.start <= minute && minute < talk.end) now.push(talk)
    else if (talk.start > minute && talk.start <= minute + AHEAD && !next.has(talk.stageId))
      next.set(talk.stageId, talk)
  }
  return { now, next: [...next.values()] }
}
