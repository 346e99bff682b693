import { useTranslation } from 'react-i18next'
import { COMMANDS } from '~/canvas/editor/commands/registry'
import { COMMAND_IDS, type CommandGroup } from '~/canvas/editor/commands/types'
import { Dialog } from '~/features/editor/parts/Dialog'
import { shortcutText } from '~/features/editor/parts/shortcuts'

const GROUPS: readonly CommandGroup[] = ['tools', 'edit', 'arrange', 'view']
/** Done with the pointer, so no command of the registry. */
const POINTER_HINTS = ['pan', 'zoom', 'add', 'marquee', 'free', 'touch'] as const

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['editor', 'common'])
  const withKeys = COMMAND_IDS.map((id) => COMMANDS[id]).filter(({ shortcuts }) => shortcuts.length > 0)
  return (
    <Dialog className="dialog--wide" title={t('editor:help.title')} closeLabel={t('common:close')} onClose={onClose}>
      <div className="help">
        <section>
          <h3>{t('editor:help.pointer')}</h3>
          <ul className="help__list">
            {POINTER_HINTS.map((hint) => (
              <li key={hint}>{t(`editor:help.${hint}`)}</li>
            ))}
          </ul>
        </section>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`editor:help.${group}`)}</h3>
            <dl className="help__keys">
              {withKeys
                .filter((command) => command.group === group)
                .map(({ id, shortcuts }) => (
                  <div key={id}>
                    <dt>{t(`editor:commands.${id}`)}</dt>
                    <dd>
                      {shortcuts.slice(0, 2).map((shortcut) => (
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
