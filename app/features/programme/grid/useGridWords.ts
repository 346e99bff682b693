import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { useFacts, useProgramme } from '../useProgramme'
import { createGridWords, type GridWords } from './gridWords'

/** Another object whenever the language or the fair's people and hours are others. */
export function useGridWords(): GridWords {
  const { t } = useTranslation(['timetable', 'talks', 'conflicts'])
  const { store, context } = useProgramme()
  const language = useLang()
  const facts = useFacts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are made anew when the facts are others
  return useMemo(
    () => createGridWords(t, { language, facts: () => context.current, plan: () => store.plan }),
    [t, language, facts, context, store],
  )
}
