export interface BoothNews {
  exhibitor: string
  booth: string
  /** Number before the change; the same as `booth` where it was not renumbered. */
  before: string
  changes: ('moved' | 'resized' | 'renumbered' | 'gone')[]
}

export const TALK_NEWS = [
  'new',
  'cancelled',
  'restored',
  'gone',
  'moved',
  'retimed',
  'scheduled',
  'unscheduled',
  'joined',
  'left',
] as const
/** `joined` and `left`: the person as a speaker of the talk. */
export type TalkNewsKind = (typeof TALK_NEWS)[number]

/** A time that a talk is held, with the stage's name in the recipient's language. Minutes since 1970. */
export interface NewsSlot {
  stage: string
  start: number
  end: number
}

export interface TalkNews {
  talkId: string
  title: string
  changes: TalkNewsKind[]
  before: NewsSlot[]
  after: NewsSlot[]
}

export interface NewsCalendar {
  fairId: string
  release: number
  /** What visitors saw before; null: nothing. */
  previous: number | null
  talkIds: string[]
}

/** Values that each mail needs. `path` is what its button opens, below the public address: `/nl/fairs/...`, in the recipient's language. */
export interface MailParams {
  claimConfirmed: { fair: string; exhibitor: string; booth: string; path: string }
  claimDeclined: { fair: string; exhibitor: string; booth: string; reason: string; path: string }
  /** `until`: end of the hold as ISO text; `timeZone`: that of the fair, in which it is shown. */
  holdExpiring: { fair: string; exhibitor: string; booth: string; until: string; timeZone: string; path: string }
  holdExpired: { fair: string; exhibitor: string; booth: string; path: string }
  claimMoved: { fair: string; exhibitor: string; from: string; to: string; path: string }
  /** Everything that a release changes for one person. `calendar`: what to attach, built when it is sent. */
  releaseChanged: {
    fair: string
    timeZone: string
    booths: BoothNews[]
    talks: TalkNews[]
    calendar: NewsCalendar | null
    /** They only come and look: organisers see how many, not who. */
    visitor: boolean
    path: string
  }
  /** Somebody moved up from the waiting list of a talk. `start`: ISO text, null while the talk has no time. */
  seatFreed: { fair: string; talk: string; start: string | null; timeZone: string; path: string }
  proposalAccepted: { fair: string; talk: string; note: string; path: string }
  proposalDeclined: { fair: string; talk: string; note: string; path: string }
  invitation: { fair: string; role: 'organiser' | 'exhibitor'; inviter: string; note: string; path: string }
  /** `minutes`: how long the link works; its params are deleted then at the latest. */
  signInLink: { path: string; minutes: number }
}

export type MailTemplate = keyof MailParams

/** Templates whose path opens a door: their params are deleted once they are sent. */
export const SECRET_TEMPLATES: readonly MailTemplate[] = ['signInLink', 'invitation']
