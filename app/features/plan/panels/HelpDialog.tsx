import { useTranslation } from 'react-i18next'
import { COMMANDS } from '~/canvas/editor/commands/registry'
import { COMMAND_IDS, type CommandGroup } from '~/canvas/editor/commands/types'
import { KeysDialog } from '~/features/editor/parts/KeysDialog'

const GROUPS: readonly CommandGroup[] = ['tools', 'edit', 'arrange', 'view']
/** Done with the pointer, so no command of the registry. */
const POINTER_HINTS = ['pan', 'zoom', 'add', 'marquee', 'free', 'touch'] as const

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('editor')
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
