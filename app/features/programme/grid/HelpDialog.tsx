import { useTranslation } from 'react-i18next'
import { Dialog } from '~/features/editor/parts/Dialog'
import { shortcutText } from '~/features/editor/parts/shortcuts'
import { COMMANDS } from '~/timetable/commands/registry'
import { COMMAND_IDS, type CommandGroup } from '~/timetable/commands/types'

const GROUPS: readonly CommandGroup[] = ['talks', 'move', 'focus', 'view']
const POINTER_HINTS = ['draw', 'drag', 'ends', 'swap', 'marquee', 'add', 'zoom', 'touch'] as const

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['timetable', 'common'])
  const withKeys = COMMAND_IDS.map((id) => COMMANDS[id]).filter(({ shortcuts }) => shortcuts.length > 0)
  return (
    <Dialog className="dialog--wide" title={t('timetable:help.title')} closeLabel={t('common:close')} onClose={onClose}>
      <div className="help">
        <section>
          <h3>{t('timetable:help.pointer')}</h3>
          <ul className="help__list">
            {POINTER_HINTS.map((hint) => (
              <li key={hint}>{t(`timetable:help.${hint}`)}</li>
            ))}
          </ul>
        </section>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`timetable:help.${group}`)}</h3>
            <dl className="help__keys">
              {withKeys
                .filter((command) => command.group === group)
                .map(({ id, shortcuts }) => (
                  <div key={id}>
                    <dt>{t(`timetable:commands.${id}`)}</dt>
                    <dd>
                      {shortcuts.slice(0, 1).map((shortcut) => (
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
