import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { squareMetres } from '#shared/kernel/units'
import type { Problem } from '#shared/plan/checks/types'
import { useFormat } from '~/lib/format'
import { useItemName } from './itemName'

/** What is wrong, with the names of what it concerns and the numbers in the reader's units. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation('editor')
  const { number, list } = useFormat()
  const nameOf = useItemName()
  return useCallback(
    ({ rule, ids, measured, limit }: Problem) => {
      const isArea = rule === 'L01' || rule === 'L02' || rule === 'L11'
      const amount = (value: number) => number(isArea ? squareMetres(value) : value)
      return t(`problems.${rule}`, {
        names: list(ids.map(nameOf)),
        count: ids.length,
        measured: amount(measured),
        limit: amount(limit),
      })
    },
    [t, number, list, nameOf],
  )
}
