import { useDeferredValue, useMemo } from 'react'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { dayHolding } from '~/timetable/view/days'
import { useConflicts, useProgramme, useTimetable } from '../useProgramme'
import { shownTalkRows, type TalkRow, type TalkSorting, talkRows } from './talkRows'
import { usePersonName } from './useNames'

/** The rows of the list, filtered by what the shelf is filtered by and by day and stage. */
export function useTalkRows(
  { day, stageId }: { day: string | null; stageId: string | null },
  sorting: TalkSorting,
): { rows: TalkRow[]; total: number } {
  const { conflicts } = useProgramme()
  const { text, language } = useFormat()
  const plan = useDeferredValue(usePlan())
  const days = useTimetable((state) => state.days)
  const filter = useTimetable((state) => state.filter)
  const open = useDeferredValue(useConflicts())
  const nameOf = usePersonName()

  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` follows the language; `open` says that conflicts are others
  const all = useMemo(
    () =>
      talkRows(plan, {
        text,
        nameOf,
        dayOf: (minute) => dayHolding(days, minute)?.day ?? '',
        conflictsOf: conflicts.conflictsOf,
      }),
    [plan, days, conflicts, open, nameOf, language],
  )
  const rows = useMemo(
    () => shownTalkRows(all, { ...filter, day, stageId }, sorting),
    [all, filter, day, stageId, sorting],
  )
  return { rows, total: all.length }
}
