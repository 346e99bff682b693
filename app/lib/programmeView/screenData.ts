import { nowAndNext } from './nowNext'

/** What a screen in the hall must know to go on by itself when the network is gone; handed over in its page. */
export interface ScreenTalk {
  ref: string
  start: number
  end: number
  stageId: string
  cancelled: boolean
  title: string
  titleLang: string | null
  stage: string
  who: string
  from: string
  until: string
  /** Friday 12 March */
  day: string
}

export interface ScreenWords {
  age: string
  lost: string
  begins: string
  over: string
  nothingMore: string
}

export interface ScreenData {
  release: number
  zone: string
  talks: ScreenTalk[]
  words: ScreenWords
}

/** What a screen says when nothing is on and nothing follows soon. */
export type Quiet = { kind: 'begins'; talk: ScreenTalk } | { kind: 'nothingMore' } | { kind: 'over' }

const DAY = 24 * 60

/** What to look forward to: the next talk, when it is not today's last word. */
export function quietAt(talks: readonly ScreenTalk[], minute: number): Quiet {
  const next = talks.find(({ start, cancelled }) => start > minute && !cancelled)
  if (!next) return { kind: 'over' }
  const before = talks.some(({ end }) => end <= minute && minute - end < DAY / 2)
  return before && next.start - minute > DAY / 4 ? { kind: 'nothingMore' } : { kind: 'begins', talk: next }
}

/** What the columns show: what is on and what follows, and in quiet hours what the fair, or its next day, begins with. */
export function soonAt(talks: readonly ScreenTalk[], minute: number) {
  const soon = nowAndNext(talks, minute)
  const isQuiet = soon.now.length + soon.next.length === 0
  const quiet = quietAt(talks, minute)
  const next = isQuiet && quiet.kind === 'begins' ? nowAndNext(talks, quiet.talk.start - 1).next : soon.next
  return { now: soon.now, next, isQuiet, quiet }
}

/** How many talks a column shows at a time; the rest take turns. */
export const A_SCREENFUL = 4
