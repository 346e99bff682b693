import type { Awareness } from 'y-protocols/awareness'
import type { Editor } from '~/canvas/editor/types'
import { createOwnPresence, type OwnPresence } from '~/realtime/presence'

/** Tells the others where this window looks and what it points at, as long as somebody sits in front of it. */
export function sharePresence(awareness: Awareness): Pick<OwnPresence, 'set'> & { follow(editor: Editor): () => void } {
  const presence = createOwnPresence((state) => awareness.setLocalState({ ...state }))
  const onFocus = () => presence.setAway(document.hidden || !document.hasFocus())

  return {
    set: presence.set,
    follow(editor) {
      presence.set({ hallId: editor.state.hallId, selection: [...editor.state.selection] })
      const stop = editor.subscribe((state, before) => {
        if (state.hallId !== before.hallId) presence.set({ hallId: state.hallId, cursor: null })
        if (state.selection !== before.selection) presence.set({ selection: [...state.selection] })
      })
      window.addEventListener('focus', onFocus)
      window.addEventListener('blur', onFocus)
      document.addEventListener('visibilitychange', onFocus)
      return () => {
        stop()
        window.removeEventListener('focus', onFocus)
        window.removeEventListener('blur', onFocus)
        document.removeEventListener('visibilitychange', onFocus)
        presence.destroy()
      }
    },
  }
}
