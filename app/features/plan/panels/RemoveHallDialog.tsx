import { useTranslation } from 'react-i18next'
import type { Hall } from '#shared/document/records'
import { removeHall } from '#shared/plan/ops/removeHall'
import { Dialog } from '~/features/editor/parts/Dialog'
import { usePlan } from '~/features/editor/useLive'
import { useFormat } from '~/lib/format'
import { useEdits } from '../useEdits'
import { useSession } from '../useSession'

/** Says what goes with the hall. It can be undone, so this is about who would be surprised. */
export function RemoveHallDialog({ hall, onClose }: { hall: Hall; onClose: () => void }) {
  const { t } = useTranslation(['editor', 'common'])
  const { text } = useFormat()
  const { store, isClaimed } = useSession()
  const { booths } = usePlan()
  const { run } = useEdits()
  const count = [...booths.values()].filter((booth) => booth.hallId === hall.id && !booth.removed).length
  const name = text(hall.name)
  return (
    <Dialog alert title={t('editor:halls.removeTitle', { name })} onClose={onClose}>
      <p>{t('editor:halls.removeText', { name, count })}</p>
      <div className="dialog__actions">
        <button type="button" className="button" onClick={onClose}>
          {t('common:cancel')}
        </button>
        <button
          type="button"
          className="button button--danger"
          onClick={() => {
            run(removeHall(store.plan, { id: hall.id, isClaimed }))
            onClose()
          }}
        >
          {t('editor:halls.remove')}
        </button>
      </div>
    </Dialog>
  )
}
