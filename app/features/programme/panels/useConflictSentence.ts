import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { conflictSentence } from '#shared/i18n/conflictSentence'
import { conflictParams } from '#shared/programme/conflicts/conflictParams'
import type { Conflict } from '#shared/programme/conflicts/types'
import { useLang } from '~/lib/useLang'
import { useFacts, useProgramme } from '../useProgramme'

/** What is wrong, naming talks, people, place and time as they are now. */
export function useConflictSentence(): (conflict: Conflict) => string {
  const { t } = useTranslation(['conflicts', 'talks'])
  const { store } = useProgramme()
  const facts = useFacts()
  const lang = useLang()
  return useCallback(
    (conflict) => conflictSentence(t, conflict, conflictParams(conflict, store.plan, facts, lang)),
    [t, store, facts, lang],
  )
}
