import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { Icon } from '../parts/Icon'
import { useExport } from '../useExport'
import { useConnection, useLive } from '../useLive'

/** With these a copy on this device would be refused again at every visit: one may start from the server's plan. */
const POISONED = new Set(['malformed', 'tooLarge'])

/** The server has closed the door for good: why, what is kept, how to go on. */
export function RefusedBanner() {
  const { t } = useTranslation(['editor', 'errors', 'common'])
  const lang = useLang()
  const session = useLive()
  const view = useConnection()
  const exportChanges = useExport()
  const [exported, setExported] = useState(false)
  if (view.kind !== 'refused') return null

  const { reason, changes, code } = view
  const here = encodeURIComponent(location.pathname)
  const mayDrop = reason !== null && POISONED.has(reason)
  return (
    <div className="refused" role="alert">
      <Icon name="blocked" />
      <div className="refused__text">
        <p>{reason ? t(`errors:syncClosed.${reason}`) : t('editor:refused.unknown', { code })}</p>
        {changes > 0 && <p>{t('editor:refused.waiting', { count: changes })}</p>}
      </div>
      <div className="refused__actions">
        {changes > 0 && (
          <button
            type="button"
            className="button button--small button--primary"
            onClick={() => {
              exportChanges()
              setExported(true)
            }}
          >
            {t('editor:connection.export')}
          </button>
        )}
        {reason === 'notSignedIn' && (
          <a className="button button--small" href={`/${lang}/sign-in?return_to=${here}`}>
            {t('common:signIn')}
          </a>
        )}
        {mayDrop && (changes === 0 || exported) && (
          <button
            type="button"
            className="button button--small button--danger"
            onClick={() => void session.dropCopy().then(() => location.reload())}
          >
            {t('editor:refused.startAfresh')}
          </button>
        )}
        {!mayDrop && reason !== 'notSignedIn' && (
          <button type="button" className="button button--small" onClick={() => location.reload()}>
            {t('editor:refused.reload')}
          </button>
        )}
      </div>
    </div>
  )
}
