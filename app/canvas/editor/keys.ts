import type { Shortcut } from './commands/types'
import type { EditorEvent } from './types'

type KeyEvent = Extract<EditorEvent, { type: 'keyDown' | 'keyUp' }>

/** On many keyboards signs need Shift or not, so for them it does not count. */
const isSign = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase()

export function matches(event: KeyEvent, shortcut: Shortcut): boolean {
  if (event.alt || (event.ctrl || event.meta) !== (shortcut.mod ?? false)) return false
  if (event.key.toLowerCase() !== shortcut.key.toLowerCase()) return false
  return isSign(shortcut.key) || event.shift === (shortcut.shift ?? false)
}
