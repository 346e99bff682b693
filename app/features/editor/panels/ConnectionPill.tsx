import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '~/realtime/connectionState'
import { Icon, type IconName } from '../parts/Icon'
import { Popover } from '../parts/Popover'
import { useExport } from '../useExport'
import { useConnection, useLive, useValue } from '../useLive'

const ICONS: Readonly<Record<ConnectionView['kind'], IconName>> = {
  saved: 'check',
  saving: 'sync',
  connecting: 'sync',
  reconnecting: 'sync',
  offline: 'offline',
  refused: 'blocked',
}

/** Whether the work is safe, in a word; a click says more. */
export function ConnectionPill() {
  const { t } = useTranslation('editor')
  const view = useConnection()
  const { keepsCopy } = useLive()
  const copy = useValue(keepsCopy)
  const exportChanges = useExport()
  const changes = 'changes' in view ? view.changes : 0
  const text =
    changes > 0 && view.kind !== 'saving'
      ? t(`connection.${view.kind}Changes` as never, { count: changes })
      : t(`connection.${view.kind}`)
  return (
    <>
      <span className="visually-hidden" role="status">
        {text}
      </span>
      <Popover
        align="end"
        className={`connection connection--${view.kind}`}
        button={
          <>
            <Icon name={ICONS[view.kind]} />
            <span className="connection__text">{text}</span>
          </>
        }
      >
        {(close) => (
          <div className="connection__more">
            <p>{t(`connection.${view.kind}More`)}</p>
            {!copy && <p className="connection__warning">{t('connection.noCopy')}</p>}
            {changes > 0 && (
              <button
                type="button"
                className="button button--small"
                onClick={() => {
                  exportChanges()
                  close()
                }}
              >
                <Icon name="download" /> {t('connection.export')}
              </button>
            )}
          </div>
        )}
      </Popover>
    </>
  )
}
