import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { IconName } from '~/features/editor/parts/Icon'
import { IconButton } from '~/features/editor/parts/IconButton'
import { ariaShortcut, shortcutText } from '~/features/editor/parts/shortcuts'
import { COMMANDS } from '~/timetable/commands/registry'
import type { CommandId } from '~/timetable/commands/types'
import { useProgramme } from '../useProgramme'

interface CommandButtonProps {
  command: CommandId
  icon: IconName
  side?: 'right' | 'below' | 'above' | 'left'
  pressed?: boolean
}

/** One command of the registry as a button: name, shortcut and whether it can be done come from there. */
export function CommandButton({ command, icon, side = 'below', pressed }: CommandButtonProps) {
  const { t } = useTranslation('timetable')
  const { timetable, store } = useProgramme()
  const subscribe = (listener: () => void) => {
    const stops = [timetable.subscribe(listener), store.subscribe(listener)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  const enabled = useSyncExternalStore(subscribe, () => timetable.isEnabled(command))
  const [shortcut] = COMMANDS[command].shortcuts
  return (
    <IconButton
      icon={icon}
      label={t(`commands.${command}`)}
      shortcut={shortcut && shortcutText(shortcut)}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      disabled={!enabled}
      side={side}
      {...(pressed === undefined ? {} : { pressed })}
      onClick={() => timetable.perform(command)}
    />
  )
}
