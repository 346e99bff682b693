import type { Timetable } from '~/timetable/types'

/** In these the keys belong to what is typed or chosen. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], dialog, .menu'

/** Keys of the whole window reach the timetable, unless somebody types; those without Ctrl only where talks are. */
export function attachTimetableKeys(timetable: Timetable): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Tab') return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(OWN_KEYS) || document.querySelector('dialog[open]')) return
    const list = target?.closest<HTMLElement>('[data-keys]') ?? null
    const done = timetable.dispatch({
      type: 'keyDown',
      key: event.key,
      repeat: event.repeat,
      within: list !== null,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey,
      meta: event.metaKey,
    })
    if (!done) return
    if (list) delete list.dataset.focusedBy
    event.preventDefault()
  }
  window.addEventListener('keydown', onKey, { signal })
  window.addEventListener('blur', () => void timetable.dispatch({ type: 'blur' }), { signal })
  return () => abort.abort()
}
