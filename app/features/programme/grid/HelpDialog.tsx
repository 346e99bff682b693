import { useTranslation } from 'react-i18next'
import { KeysDialog } from '~/features/editor/parts/KeysDialog'
import { COMMANDS } from '~/timetable/commands/registry'
import { COMMAND_IDS, type CommandGroup } from '~/timetable/commands/types'

const GROUPS: readonly CommandGroup[] = ['talks', 'move', 'focus', 'view']
/** Done with the pointer, so no command of the registry. */
const POINTER_HINTS = ['draw', 'drag', 'ends', 'swap', 'marquee', 'add', 'zoom', 'touch'] as const

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('timetable')
  return (
    <KeysDialog
      title={t('help.title')}
      pointer={{ title: t('help.pointer'), hints: POINTER_HINTS.map((hint) => t(`help.${hint}`)) }}
      groups={GROUPS.map((group) => ({
        title: t(`help.${group}`),
        commands: COMMAND_IDS.filter((id) => COMMANDS[id].group === group).map((id) => ({
          name: t(`commands.${id}`),
          shortcuts: COMMANDS[id].shortcuts,
        })),
      }))}
      onClose={onClose}
    />
  )
}
