import { useMemo } from 'react'
import type { Talk } from '#shared/document/records'
import { unscheduledTalks } from '#shared/programme/standing'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { talkFilter } from '~/timetable/filter'
import { useFacts, useTimetable } from '../../useProgramme'

/** Talks without a time: those that fit the filters, by title, and how many there are. */
export function useShelf(): { shown: readonly Talk[]; total: number } {
  const plan = usePlan()
  const { people } = useFacts()
  const filter = useTimetable((state) => state.filter)
  const { text, language } = useFormat()
  const { talks, stages, halls } = plan
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the plan only talks and stages matter here
  const waiting = useMemo(
    () => unscheduledTalks(plan).sort((a, b) => text(a.title).localeCompare(text(b.title), language)),
    [talks, stages, halls, language],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `waiting` follows the plan
  return useMemo(() => {
    const fits = talkFilter(filter, { plan, nameOf: (id) => people.get(id)?.name })
    return { shown: waiting.filter(fits), total: waiting.length }
  }, [waiting, filter, people])
}
