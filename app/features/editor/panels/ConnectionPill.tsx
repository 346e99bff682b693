import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '~/realtime/connectionState'
import { Icon, type IconName } from '../parts/Icon'
import { Popover } from '../parts/Popover'
import { ReturnedChanges } from '../returned/ReturnedChanges'
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
  const { t } = useTranslation(['editor', 'merge'])
  const view = useConnection()
  const { keepsCopy, returned } = useLive()
  const copy = useValue(keepsCopy)
  const { disputes } = useValue(returned)
  const undecided = view.kind === 'refused' ? 0 : disputes.length
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
            {undecided > 0 && (
              <span className="connection__undecided">{t('merge:waitingShort', { count: undecided })}</span>
            )}
          </>
        }
      >
        {(close) => (
          <div className="connection__more">
            <p>{t(`connection.${view.kind}More`)}</p>
            {undecided > 0 && (
              <>
                <p>{t('merge:waiting', { count: undecided })}</p>
                <button
                  type="button"
                  className="button button--small"
                  onClick={() => {
                    close()
                    returned.setLater(false)
                  }}
                >
                  {t('merge:open')}
                </button>
              </>
            )}
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
      <ReturnedChanges />
    </>
  )
}
