import type { AccountId, ExhibitorId, FairId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'

export type Role = 'owner' | 'organiser' | 'exhibitor'

/** Whoever asks. A visitor has no account. `language` is that of the page or the account. */
export interface Actor {
  readonly accountId: AccountId | null
  readonly name: string
  readonly language: Language
  /** True for demo persons, who may enter demo fairs only. */
  readonly demo: boolean
}

export const visitor = (language: Language): Actor => ({ accountId: null, name: '', language, demo: false })

/** A fair as far as access depends on it, with what this actor is in it. */
export interface FairStanding {
  readonly fairId: FairId
  readonly demo: boolean
  readonly archived: boolean
  /** There is a release that visitors see. */
  readonly published: boolean
  /** Members may sign themselves up as exhibitors. */
  readonly openForExhibitors: boolean
  /** Members may propose talks. */
  readonly proposalsOpen: boolean
  /** Members may vote on proposals. */
  readonly votingOpen: boolean
  readonly role: Role | null
  /** The exhibitors for whom this actor may act. */
  readonly exhibitorIds: readonly ExhibitorId[]
}
