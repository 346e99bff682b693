import { useTranslation } from 'react-i18next'
import type { Listed } from '~/services/importPage.server'

export interface NameListProps<T> {
  title: string
  names: Listed<T>
  nameOf: (item: T) => string
}

/** A list of names that opens on demand, the first ones of a long one. */
export function NameList<T>({ title, names: { shown, more }, nameOf }: NameListProps<T>) {
  const { t } = useTranslation('imports')
  if (shown.length === 0) return null
  return (
    <details className="import-names">
      <summary>
        {title} ({shown.length + more})
      </summary>
      <ul>
        {shown.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
          <li key={index}>{nameOf(item)}</li>
        ))}
        {more > 0 && <li className="import-note">{t('dryRun.more', { count: more })}</li>}
      </ul>
    </details>
  )
}
