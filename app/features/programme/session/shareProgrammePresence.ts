import type { Awareness } from 'y-protocols/awareness'
import type { ProgrammePresence } from '#shared/protocol/sync'
import { createOwnPresence } from '~/realtime/presence'
import type { Timetable } from '~/timetable/types'

/** Tells the others what this window points at in the programme, as long as somebody sits in front of it. */
export function shareProgrammePresence(awareness: Awareness) {
  const presence = createOwnPresence((state) => awareness.setLocalState({ ...state }))
  let programme: ProgrammePresence = { cursor: null, selection: [], ghost: null }
  const set = (part: Partial<ProgrammePresence>) => {
    programme = { ...programme, ...part }
    presence.set({ programme })
  }
  const onFocus = () => presence.setAway(document.hidden || !document.hasFocus())

  return {
    set,
    follow(timetable: Timetable): () => void {
      set({ selection: [...timetable.state.selection] })
      const stop = timetable.subscribe((state, before) => {
        if (state.selection !== before.selection) set({ selection: [...state.selection] })
        if (state.day !== before.day || state.view !== before.view) set({ cursor: null })
      })
      const abort = new AbortController()
      window.addEventListener('focus', onFocus, { signal: abort.signal })
      window.addEventListener('blur', onFocus, { signal: abort.signal })
      document.addEventListener('visibilitychange', onFocus, { signal: abort.signal })
      return () => {
        stop()
        abort.abort()
        presence.destroy()
      }
    },
  }
}
