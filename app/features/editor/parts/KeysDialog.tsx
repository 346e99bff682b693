import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog'
import { type Shortcut, shortcutText } from './shortcuts'

export interface KeysDialogProps {
  title: string
  /** What is done with the pointer, in sentences. */
  pointer: { title: string; hints: readonly string[] }
  groups: readonly { title: string; commands: readonly { name: string; shortcuts: readonly Shortcut[] }[] }[]
  onClose: () => void
}

/** At most so many ways are told of doing one thing. */
const MAX_SHORTCUTS = 2

/** Everything that an editor's keys and gestures do. */
export function KeysDialog({ title, pointer, groups, onClose }: KeysDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Dialog className="dialog--wide" title={title} closeLabel={t('close')} onClose={onClose}>
      <div className="help">
        <section>
          <h3>{pointer.title}</h3>
          <ul className="help__list">
            {pointer.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </section>
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className="help__keys">
              {group.commands
                .filter(({ shortcuts }) => shortcuts.length > 0)
                .map(({ name, shortcuts }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      {shortcuts.slice(0, MAX_SHORTCUTS).map((shortcut) => (
                        <kbd key={shortcutText(shortcut)}>{shortcutText(shortcut)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
