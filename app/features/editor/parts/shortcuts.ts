import type { Shortcut } from '~/canvas/editor/commands/types'

export type { Shortcut }

const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
  Backspace: '⌫',
}

/** As a keyboard has it printed on: `Ctrl Shift Z`, `⌘ ⇧ Z`. */
export function shortcutText({ key, mod, shift }: Shortcut): string {
  const mac = isMac()
  return [mod && (mac ? '⌘' : 'Ctrl'), shift && (mac ? '⇧' : 'Shift'), NAMES[key] ?? key.toUpperCase()]
    .filter(Boolean)
    .join(' ')
}

/** For `aria-keyshortcuts`. */
export const ariaShortcut = ({ key, mod, shift }: Shortcut): string =>
  [mod && (isMac() ? 'Meta' : 'Control'), shift && 'Shift', key.length === 1 ? key.toUpperCase() : key]
    .filter(Boolean)
    .join('+')
