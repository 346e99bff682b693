import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview as Preview } from '#server/services/fairs/importPlan'
import { RECORD_KINDS } from '#shared/document/records'
import type { ImportMode } from '#shared/exchange/planMerge'
import { Notice } from '~/components/Notice'
import { useFormat } from '~/lib/format'

const COLUMNS = ['added', 'changed', 'removed', 'kept'] as const

export interface ImportPreviewProps {
  preview: Preview
  /** The file's text, sent again for the import itself: a page cannot keep a file chosen. */
  text: string
  mode: ImportMode
}

/** What the import would do, in counts, and the button that does it. */
export function ImportPreview({ preview, text, mode }: ImportPreviewProps) {
  const { t } = useTranslation('fairs')
  const format = useFormat()
  const { counts, claimedRemoved, claimedChanged, position } = preview
  const kinds = RECORD_KINDS.filter((kind) => COLUMNS.some((column) => counts[kind][column] > 0))
  const changes = kinds.some((kind) => COLUMNS.some((column) => column !== 'kept' && counts[kind][column] > 0))
  return (
    <section className="card" aria-labelledby="import-preview">
      <h2 id="import-preview">{t('import.previewTitle')}</h2>
      {!changes && <p>{t('import.nothing')}</p>}
      {kinds.length > 0 && (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('import.kind')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className="number">
                    {t(`import.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{t(`import.kinds.${kind}`)}</th>
                  {COLUMNS.map((column) => (
                    <td key={column} className="number">
                      {format.number(counts[kind][column])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {claimedRemoved.length > 0 && (
        <Notice kind="error">{t('import.claimedRemoved', { booths: format.list(claimedRemoved) })}</Notice>
      )}
      {claimedChanged.length > 0 && (
        <Notice kind="warning">{t('import.claimedChanged', { booths: format.list(claimedChanged) })}</Notice>
      )}
      {changes && claimedRemoved.length === 0 && (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="intent" value="import" />
          <input type="hidden" name="mode" value={mode} />
          <input type="hidden" name="position" value={position} />
          <input type="hidden" name="plan" value={text} />
          <button type="submit" className="button button--primary">
            {t('import.submit')}
          </button>
        </Form>
      )}
    </section>
  )
}
