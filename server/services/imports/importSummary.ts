import type { ImportPlan } from '#shared/exchange/schedule/importPlan'
import type { Remark } from '#shared/exchange/schedule/types'
import type { ImportWork } from './workOut'

export interface FateCounts {
  new: number
  changed: number
  same: number
}

export interface ImportCounts {
  talks: FateCounts
  stages: FateCounts
  people: FateCounts
}

/** What stays on record of an import. */
export interface ImportSummary {
  counts: ImportCounts
  remarks: Remark[]
}

const fatesOf = (items: readonly { fate: ImportPlan['talks'][number]['fate'] }[]): FateCounts => {
  const counts = { new: 0, changed: 0, same: 0 }
  for (const { fate } of items) counts[fate] += 1
  return counts
}

export const countsOf = ({ talks, stages, people }: Pick<ImportWork, 'talks' | 'stages' | 'people'>): ImportCounts => ({
  talks: fatesOf(talks),
  stages: fatesOf(stages),
  people: fatesOf(people),
})

/** Names of people are told when the file is looked at, and not kept: whoever is erased would live on in them. */
export const keptRemarks = (remarks: readonly Remark[]): Remark[] =>
  remarks.map((remark) => (remark.code.startsWith('person') ? { ...remark, examples: [] } : remark))
