import { useTranslation } from 'react-i18next'
import { useConnection } from '../useSession'
import { RefusedBanner } from './RefusedBanner'

/** Why the plan is not there yet, when the reason is more than a moment. */
export function OpeningNote() {
  const { t } = useTranslation('editor')
  const { kind } = useConnection()
  return (
    <div className="editor__banner">
      <RefusedBanner />
      {kind === 'offline' && (
        <p className="refused" role="status">
          {t('openingOffline')}
        </p>
      )}
    </div>
  )
}
