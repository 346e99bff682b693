import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#shared/kernel/ids'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { sortedStages } from '~/timetable/view/dayLayout'
import { useFacts, useTimetable } from '../useProgramme'

/** Somebody by name; an id that leads nowhere any more is said as such. */
export function usePersonName(): (id: PersonId) => string {
  const { t } = useTranslation('talks')
  const { people } = useFacts()
  return useCallback((id) => people.get(id)?.name ?? t('nameRemoved'), [people, t])
}

/** Stages as the grid has them, to choose from. */
export function useStageOptions(): { value: string; label: string }[] {
  const plan = usePlan()
  const { text } = useFormat()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` follows the language; of the plan only stages and halls matter
  return useMemo(
    () => sortedStages(plan).map(({ id, name }) => ({ value: id, label: text(name) })),
    [plan.stages, plan.halls],
  )
}

/** The days of the programme, to choose from. */
export function useDayOptions(): { value: string; label: string }[] {
  const days = useTimetable((state) => state.days)
  const { dayShort } = useFormat()
  return days.map(({ day }) => ({ value: day, label: dayShort(day) }))
}
