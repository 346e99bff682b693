import { useTranslation } from 'react-i18next'
import type { ImportEntry } from '#server/services/imports/listImports'
import { useFormat } from '~/lib/format'
import { countedThings } from './countedThings'
import { fieldNames } from './importWords'

type Report = NonNullable<ImportEntry['undoReport']>

/** What undo put back, took away and had to leave. */
export function UndoReport({ report }: { report: Report }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const restored = countedThings(t, report.restored)
  const removed = countedThings(t, report.removed)
  const why = ({ because, fields }: Report['stays'][number]) =>
    because === 'changed' && fields.length > 0
      ? t('stays.changedFields', { fields: format.list(fieldNames(t, fields)) })
      : t(`stays.${because}`)
  return (
    <>
      <p>
        {removed.length > 0 && t('history.removed', { what: format.list(removed) })}{' '}
        {restored.length > 0 && t('history.restored', { what: format.list(restored) })}
      </p>
      {report.stays.length > 0 && (
        <details className="import-names" open={report.stays.length <= 10}>
          <summary>{t('stays.title', { count: report.stays.length })}</summary>
          <ul>
            {report.stays.map((one) => (
              <li key={`${one.kind} ${one.id}`}>
                {one.name === '' ? t('stays.nameless') : t(`stays.${one.kind}`, { name: one.name })}: {why(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
