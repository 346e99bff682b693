import { useTranslation } from 'react-i18next'
import { IconButton } from '~/features/editor/parts/IconButton'
import { ConflictPanel } from '../panels/ConflictPanel'
import { TalkInspector } from '../panels/TalkInspector'

/** What is chosen, and what is wrong. */
export function SidePanel({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('timetable')
  if (!open) return null
  return (
    <aside className="tt-side" aria-label={t('side.title')}>
      <div className="side-sheet__grip">
        <IconButton icon="close" side="left" label={t('side.close')} onClick={onClose} />
      </div>
      <TalkInspector />
      <ConflictPanel />
    </aside>
  )
}
