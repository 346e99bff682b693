import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type ItemKey, splitKey } from '#shared/plan/itemKey'
import { useFormat } from '~/lib/format'
import { useSession } from '../useSession'

/** What a thing is called in sentences and lists: `A12`, `Main stage`, `wall`. */
export function useItemName(): (key: ItemKey) => string {
  const { t } = useTranslation('editor')
  const { store } = useSession()
  const { text } = useFormat()
  return useCallback(
    (key: ItemKey) => {
      const { kind, id } = splitKey(key)
      const record = store.get(kind, id)
      if (record && 'number' in record) return record.number
      if (record && 'name' in record) return text(record.name)
      return t(`kinds.${kind}`)
    },
    [t, store, text],
  )
}
