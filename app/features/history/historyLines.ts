import type { HistoryEntry } from '#shared/history/types'
import type { Translate } from '#shared/i18n/translator'
import { localise } from '#shared/kernel/language'
import { minuteOf, wallTimeOfMinute } from '#shared/programme/time'
import type { Format } from '~/lib/format'
import { summaryWords } from './summaryWords'
import type { HistoryDay, HistoryLine } from './types'

export interface LineContext {
  t: Translate
  format: Format
  timeZone: string
  /** Address of the moment after a gesture, with what it touched in view. */
  hrefOf: (entry: HistoryEntry) => string
  /** Address of the form that undoes a restore. */
  undoHrefOf: (entry: HistoryEntry) => string | null
}

/** Gestures by the calendar day on which they were made, the newest first. */
export function historyDays(entries: readonly HistoryEntry[], context: LineContext): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const entry of entries) {
    const { day, time } = wallTimeOfMinute(minuteOf(new Date(entry.at)), context.timeZone)
    const last = days.at(-1)
    const line = lineOf(entry, time, context)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

function lineOf(entry: HistoryEntry, time: string, context: LineContext): HistoryLine {
  const { t, format, hrefOf, undoHrefOf } = context
  const { author, summary, restored } = entry
  const where = [
    ...summary.halls.flatMap(({ name }) => (name ? [format.text(name)] : [])),
    ...summary.days.map((day) => format.dayTab(day)),
  ]
  return {
    position: entry.position,
    time,
    at: entry.at,
    who: author ? (author.name ?? t('history:log.gone')) : t('history:log.server'),
    what: restored ? restoredWords(restored, entry, context) : summaryWords(summary, t, format),
    where: where.length > 0 ? where.join(' · ') : null,
    href: hrefOf(entry),
    undoHref: undoHrefOf(entry),
  }
}

function restoredWords(
  { at, scope }: NonNullable<HistoryEntry['restored']>,
  { summary }: HistoryEntry,
  { t, format, timeZone }: LineContext,
): string {
  const moment = at ? format.moment(at, timeZone) : t('history:log.restored.beginning')
  switch (scope.kind) {
    case 'all':
      return t('history:log.restored.all', { moment })
    case 'region': {
      const name = summary.halls.find(({ id }) => id === scope.hallId)?.name
      const hall = name ? localise(name, format.language) : t('history:log.restored.someHall')
      return t('history:log.restored.region', { hall, moment })
    }
    case 'day':
      return t('history:log.restored.day', { day: format.day(scope.day), moment })
  }
}
