/** Sentences that the server hands to the programme's small script in the reader's language; `{gaps}` are filled there. */
export interface ProgrammeWords {
  foundOf: string
  foundAll: { one: string; other: string }
  onDay: string
  nothing: string
  nothingFilter: string
  until: string
  at: string
  zoneDiffers: string
  later: { one: string; other: string }
  earlier: { one: string; other: string }
  changed: string
  reload: string
  offline: string
}
