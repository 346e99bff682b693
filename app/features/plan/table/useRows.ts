import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useItemName } from '../parts/itemName'
import { useEditorState, useStatuses } from '../useSession'
import { type Row, rowsOf, type Sorting, shownRows } from './rows'

export function useRows(
  what: 'booths' | 'others',
  filter: { text: string; sectorId: string | null },
  sorting: Sorting,
): { rows: Row[]; total: number } {
  const { t } = useTranslation('editor')
  const { text } = useFormat()
  const plan = useDeferredValue(usePlan())
  const statuses = useStatuses()
  const hallId = useEditorState((state) => state.hallId)
  const nameOf = useItemName()

  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` follows the language, as `t` does
  const all = useMemo(
    () =>
      rowsOf(plan, {
        hallId,
        what,
        nameOf,
        sectorName: (id) => {
          const sector = id === null ? undefined : plan.sectors.get(id)
          return sector ? text(sector.name) : t('sectors.none')
        },
        statusOf: (boothId) => statuses.get(boothId)?.status ?? 'available',
      }),
    [plan, hallId, what, nameOf, statuses, t],
  )
  const { text: words, sectorId } = filter
  const rows = useMemo(() => shownRows(all, { text: words, sectorId }, sorting), [all, words, sectorId, sorting])
  return { rows, total: all.length }
}
