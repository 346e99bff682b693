import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { readSetting, writeSetting } from '~/features/editor/session/settings'
import { useFormat } from '~/lib/format'
import { useEditorState, useProblems } from '../useSession'

/** The column at the right; on a narrow screen a sheet from below. It opens and closes, and stays as one left it. */
export function SideSheet({ children }: { children: ReactNode }) {
  const { t } = useTranslation('editor')
  const { number } = useFormat()
  const [open, setOpen] = useState(() => (readSetting('side') ?? (isNarrow() ? 'closed' : 'open')) === 'open')
  const selected = useEditorState((state) => state.selection.size)
  const problems = useProblems().length
  const show = (next: boolean) => {
    writeSetting('side', next ? 'open' : 'closed')
    setOpen(next)
  }

  return (
    <>
      <button
        type="button"
        className="side-toggle float"
        aria-expanded={open}
        aria-controls="side-sheet"
        onClick={() => show(!open)}
      >
        <Icon name="panel" />
        <span className="side-toggle__text">
          {selected > 0 ? t('selectedCount', { count: selected }) : t('side.open')}
        </span>
        {problems > 0 && (
          <span className="side-toggle__problems">
            <span className="visually-hidden">{t('problems.title')}: </span>
            {number(problems)}
          </span>
        )}
      </button>
      <aside id="side-sheet" className="side-sheet float" aria-label={t('side.title')} hidden={!open}>
        <div className="side-sheet__grip">
          <IconButton icon="close" side="left" label={t('side.close')} onClick={() => show(false)} />
        </div>
        {open && children}
      </aside>
    </>
  )
}

const isNarrow = () => matchMedia('(max-width: 60rem)').matches
