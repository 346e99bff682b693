import { useTranslation } from 'react-i18next'
import { COMMANDS } from '~/canvas/editor/commands/registry'
import type { CommandId } from '~/canvas/editor/commands/types'
import type { IconName } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { ariaShortcut, shortcutText } from '~/features/editor/parts/shortcuts'
import { useEditorState, useSession } from '../useSession'

interface CommandButtonProps {
  command: CommandId
  icon: IconName
  side?: 'right' | 'below' | 'above' | 'left'
  /** It can be on or off. */
  toggles?: boolean
}

/** One command of the registry as a button: name, shortcut and state come from there. */
export function CommandButton({ command, icon, side, toggles = false }: CommandButtonProps) {
  const { t } = useTranslation('editor')
  const { editor } = useSession()
  const enabled = useEditorState(() => editor.isEnabled(command))
  const active = useEditorState(() => editor.isActive(command))
  const [shortcut] = COMMANDS[command].shortcuts
  return (
    <IconButton
      icon={icon}
      label={t(`commands.${command}`)}
      shortcut={shortcut && shortcutText(shortcut)}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      disabled={!enabled}
      {...(toggles ? { pressed: active } : {})}
      {...(side ? { side } : {})}
      onClick={() => editor.perform(command)}
    />
  )
}
