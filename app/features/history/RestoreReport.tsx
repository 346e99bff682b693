import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/Notice'
import { LeftList } from './LeftList'

export interface Restored {
  did: 'restored' | 'undone'
  changes: number
  left: readonly string[]
  /** What the form that takes it back sends; null: nothing to take back. */
  undo: Readonly<Record<string, string>> | null
}

export interface RestoreReportProps {
  restored: Restored
  planHref: string
  programmeHref: string
  historyHref: string
}

/** What a restore did, what it could not, and the way back. */
export function RestoreReport({ restored, planHref, programmeHref, historyHref }: RestoreReportProps) {
  const { t } = useTranslation('history')
  const { did, changes, left, undo } = restored
  return (
    <div className="stack">
      <Notice kind="success">
        {changes === 0
          ? t('restore.doneNothing')
          : t(did === 'undone' ? 'restore.undone' : 'restore.done', { count: changes })}
      </Notice>
      {left.length > 0 && <LeftList title={t('left.doneTitle', { count: left.length })} lines={left} />}
      <div className="cluster">
        {undo && (
          <Form method="post">
            <input type="hidden" name="intent" value="undo" />
            {Object.entries(undo).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" className="button">
              {t('restore.undo')}
            </button>
          </Form>
        )}
        <a className="button" href={planHref}>
          {t('restore.toPlan')}
        </a>
        <a className="button" href={programmeHref}>
          {t('restore.toProgramme')}
        </a>
        <Link className="button button--quiet" to={historyHref}>
          {t('restore.toHistory')}
        </Link>
      </div>
    </div>
  )
}
