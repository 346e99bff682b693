import type { LocalText } from '#shared/kernel/language'
import type { ProposableKind, ProposalState } from '#shared/proposals/proposal'

/** One line of the organisers' list. */
export interface ReviewLine {
  id: string
  state: ProposalState
  title: Partial<LocalText>
  kind: ProposableKind
  speakerName: string
  labels: readonly string[]
  votable: boolean
  votes: number
  createdAt: Date
}

export const REVIEW_TABS = ['open', 'accepted', 'declined', 'withdrawn', 'all'] as const
export type ReviewTab = (typeof REVIEW_TABS)[number]

export const proposalTab = (text: string | null): ReviewTab => REVIEW_TABS.find((tab) => tab === text) ?? 'open'

const isIn = (tab: ReviewTab, state: ProposalState): boolean =>
  tab === 'all' || (tab === 'open' ? state === 'submitted' || state === 'reviewing' : state === tab)

export const countsOf = (lines: readonly Pick<ReviewLine, 'state'>[]): Record<ReviewTab, number> =>
  Object.fromEntries(REVIEW_TABS.map((tab) => [tab, lines.filter(({ state }) => isIn(tab, state)).length])) as Record<
    ReviewTab,
    number
  >

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every word must be found in title, person or label; accents and case do not matter. */
export function searchProposals<T extends ReviewLine>(lines: readonly T[], tab: ReviewTab, words: string): T[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    if (!isIn(tab, line.state)) return false
    const text = plain([...Object.values(line.title), line.speakerName, ...line.labels].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
