/** Values that each mail needs. `path` is what its button opens, below the public address: `/nl/fairs/...`, in the recipient's language. */
export interface MailParams {
  claimConfirmed: { fair: string; exhibitor: string; booth: string; path: string }
  claimDeclined: { fair: string; exhibitor: string; booth: string; reason: string; path: string }
  /** `until`: end of the hold as ISO text; `timeZone`: that of the fair, in which it is shown. */
  holdExpiring: { fair: string; exhibitor: string; booth: string; until: string; timeZone: string; path: string }
  holdExpired: { fair: string; exhibitor: string; booth: string; path: string }
  claimMoved: { fair: string; exhibitor: string; from: string; to: string; path: string }
  boothChanged: {
    fair: string
    exhibitor: string
    booth: string
    changes: ('moved' | 'resized' | 'renumbered' | 'gone')[]
    /** Number before the change; the same as `booth` where it was not renumbered. */
    before: string
    path: string
  }
  /** Somebody moved up from the waiting list of a talk. `start`: ISO text, null while the talk has no time. */
  seatFreed: { fair: string; talk: string; start: string | null; timeZone: string; path: string }
  invitation: { fair: string; role: 'organiser' | 'exhibitor'; inviter: string; note: string; path: string }
  /** `minutes`: how long the link works; its params are deleted then at the latest. */
  signInLink: { path: string; minutes: number }
}

export type MailTemplate = keyof MailParams

/** Templates whose path opens a door: their params are deleted once they are sent. */
export const SECRET_TEMPLATES: readonly MailTemplate[] = ['signInLink', 'invitation']
