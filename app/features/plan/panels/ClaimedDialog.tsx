import { useTranslation } from 'react-i18next'
import { Dialog } from '~/features/editor/parts/Dialog'
import { useValue } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useSession, useStatuses } from '../useSession'

/** More names at once are only counted. */
const MAX_NAMED = 8

/** Asked before booths change that somebody has: who it is, and that they will be told. */
export function ClaimedDialog() {
  const { t } = useTranslation(['editor', 'common'])
  const { question, store } = useSession()
  const { list } = useFormat()
  const statuses = useStatuses()
  const asked = useValue(question)
  if (!asked) return null

  const { boothIds, change, answer } = asked
  const named = boothIds.slice(0, MAX_NAMED).map((id) => {
    const number = store.get('booths', id)?.number ?? id
    const holder = statuses.get(id)?.exhibitorName
    return holder ? t('editor:claimed.booth', { number, holder }) : number
  })
  const rest = boothIds.length - named.length
  const names = list(rest > 0 ? [...named, t('editor:claimed.more', { count: rest })] : named)
  const count = boothIds.length
  return (
    <Dialog alert title={t(`editor:claimed.${change}Title`, { count })} onClose={() => answer(false)}>
      <p>{t('editor:claimed.who', { names, count })}</p>
      <p>{t('editor:claimed.told', { count })}</p>
      <div className="dialog__actions">
        <button type="button" className="button" onClick={() => answer(false)}>
          {t('editor:claimed.leave')}
        </button>
        <button type="button" className="button button--primary" onClick={() => answer(true)}>
          {t(`editor:claimed.${change}`)}
        </button>
      </div>
    </Dialog>
  )
}
