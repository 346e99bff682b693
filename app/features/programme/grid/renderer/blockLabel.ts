import type { Talk } from '#shared/document/records'
import type { Conflict } from '#shared/programme/conflicts/types'
import type { Placement } from '~/timetable/types'
import type { GridWords } from '../gridWords'

export interface LabelParts {
  talk: Talk
  placement: Placement
  sectorName: string | null
  conflicts: readonly Conflict[]
  sentence: (conflict: Conflict) => string
}

/** The block in words: everything that colour, outline and place say, and what is wrong with it. */
export function blockLabel(words: GridWords, { talk, placement, sectorName, conflicts, sentence }: LabelParts): string {
  const { t } = words
  const speakers = words.speakers(talk)
  return [
    t('timetable:block.label', {
      title: words.title(talk),
      stage: words.stage(placement.stageId),
      from: words.time(placement.start),
      until: words.time(placement.end),
      minutes: placement.end - placement.start,
      kind: words.kind(talk.kind),
      state: words.state(talk.state),
    }),
    speakers && t('timetable:block.speakers', { names: speakers }),
    sectorName && t('timetable:block.sector', { name: sectorName }),
    conflictCount(words, conflicts),
    ...conflicts.slice(0, 2).map(sentence),
  ]
    .filter(Boolean)
    .join(', ')
}

function conflictCount({ t }: GridWords, conflicts: readonly Conflict[]): string {
  const errors = conflicts.filter(({ severity }) => severity === 'error').length
  const warnings = conflicts.length - errors
  return [
    errors > 0 ? t('timetable:block.errors', { count: errors }) : '',
    warnings > 0 ? t('timetable:block.warnings', { count: warnings }) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
