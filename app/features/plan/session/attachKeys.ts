import type { Editor } from '~/canvas/editor/types'

/** In these the keys belong to what is typed or chosen. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], dialog, .menu'
/** With the focus on a button these keys belong to it, or to the page. */
const CONTROL_KEYS = new Set([' ', 'Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

/** Keys of the whole window reach the editor, unless somebody types. */
export function attachKeys(editor: Editor): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const isOurs = (event: KeyboardEvent): boolean => {
    const { target } = event
    if (!(target instanceof Element)) return true
    if (target.closest(OWN_KEYS) || document.querySelector('dialog[open]')) return false
    const onControl = target.closest('button, a, summary') !== null
    return !(onControl && CONTROL_KEYS.has(event.key))
  }
  const onKey = (type: 'keyDown' | 'keyUp') => (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !isOurs(event) || event.key === 'Tab') return
    const done = editor.dispatch({
      type,
      key: event.key,
      repeat: event.repeat,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey,
      meta: event.metaKey,
    })
    if (done) event.preventDefault()
  }
  window.addEventListener('keydown', onKey('keyDown'), { signal })
  window.addEventListener('keyup', onKey('keyUp'), { signal })
  window.addEventListener('blur', () => void editor.dispatch({ type: 'blur' }), { signal })
  return () => abort.abort()
}
