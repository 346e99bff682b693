import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ImportEntry } from '#server/services/imports/listImports'
import { useFormat } from '~/lib/format'
import { countedThings } from './countedThings'
import { RemarkList } from './RemarkList'
import { UndoReport } from './UndoReport'

export interface ImportHistoryProps {
  imports: readonly ImportEntry[]
  timeZone: string
  mayUndo: boolean
}

/** Earlier imports, the newest first, each with its undo. */
export function ImportHistory({ imports, timeZone, mayUndo }: ImportHistoryProps) {
  const { t } = useTranslation('imports')
  return (
    <section className="stack" aria-labelledby="import-history">
      <h2 id="import-history">{t('history.title')}</h2>
      {imports.length === 0 && <p className="import-note">{t('history.empty')}</p>}
      <ol className="plain-list stack">
        {imports.map((entry) => (
          <li key={entry.id} className="card stack stack--tight">
            <Entry entry={entry} timeZone={timeZone} mayUndo={mayUndo} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry, timeZone, mayUndo }: { entry: ImportEntry; timeZone: string; mayUndo: boolean }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { talks, stages, people } = entry.summary.counts
  const added = countedThings(t, { talks: talks.new, stages: stages.new, people: people.new })
  const updated = countedThings(t, { talks: talks.changed, stages: stages.changed, people: people.changed })
  return (
    <>
      <h3>
        {entry.fileName} {entry.undoneAt !== null && <span className="badge">{t('history.undone')}</span>}
      </h3>
      <p className="import-note">
        {format.instant(entry.at, timeZone)} {entry.by !== null && t('history.by', { name: entry.by })}
      </p>
      <p>
        {added.length > 0 && t('history.added', { what: format.list(added) })}{' '}
        {updated.length > 0 && t('history.updated', { what: format.list(updated) })}
        {added.length + updated.length === 0 && t('history.nothing')}
      </p>
      {entry.summary.remarks.length > 0 && (
        <details className="import-names">
          <summary>{t('history.remarks')}</summary>
          <RemarkList remarks={entry.summary.remarks} level="h4" />
        </details>
      )}
      {entry.undoneAt !== null && (
        <>
          <p>{t('history.undoneAt', { moment: format.instant(entry.undoneAt, timeZone) })}</p>
          {entry.undoReport !== null && <UndoReport report={entry.undoReport} />}
        </>
      )}
      {entry.undoneAt === null && mayUndo && (
        <Form method="post" className="stack stack--tight">
          <input type="hidden" name="intent" value="undo" />
          <input type="hidden" name="importId" value={entry.id} />
          <p className="import-note">{t('history.undoHint')}</p>
          <div>
            <button
              type="submit"
              className="button button--small"
              aria-label={`${t('history.undo')}: ${entry.fileName}`}
            >
              {t('history.undo')}
            </button>
          </div>
        </Form>
      )}
    </>
  )
}
