import type { TalkId } from '#shared/kernel/ids'

export type SignupState = 'seated' | 'waiting'

/** Where somebody stands with a talk. `position`: place in the waiting list, from 1; null for those who have a seat. */
export interface OwnSignup {
  state: SignupState
  position: number | null
}

/** A talk with limited seats, as one reader sees it. */
export interface TalkSeats {
  talkId: TalkId
  seats: number
  left: number
  waiting: number
  mine: OwnSignup | null
  /** Why nobody can sign up any more; null: they can. */
  closed: 'cancelled' | 'over' | null
}
