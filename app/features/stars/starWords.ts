/** Id of the form to which every star of a page belongs. */
export const STAR_FORM = 'stars'

/** A reader's stars in one fair, as a page is given them. */
export interface ReadersStars {
  /** Null: a visitor without an account, whose browser keeps them. */
  accountId: string | null
  talkIds: readonly string[]
}

/** Sentences that the script needs; their gaps stay open for it. */
export interface StarWords {
  starred: string
  unstarred: string
  waiting: string
  full: string
}
