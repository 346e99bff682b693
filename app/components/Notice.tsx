import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '#shared/i18n/sentence'
import type { Failure } from '~/services/answer.server'

export interface NoticeProps {
  kind?: 'info' | 'success' | 'warning' | 'error'
  title?: string
  children?: ReactNode
}

/** Errors and warnings are announced at once, the rest politely. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div className={`notice notice--${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {title && <p className="notice__title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  )
}

/** What an action answered when it did not work. */
export function FailureNotice({ failure }: { failure: Failure | null | undefined }) {
  const { t } = useTranslation('errors')
  return failure ? <Notice kind="error">{errorSentence(t, failure)}</Notice> : null
}

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
