import type { Timetable } from '~/timetable/types'

/** The keyboard goes with the talk that it has: from the shelf to the grid, and back when the talk is taken off. */
export function followFocus(root: HTMLElement, timetable: Timetable): () => void {
  const follow = () => {
    const { focus } = timetable.state
    const list = document.activeElement?.closest<HTMLElement>('[data-keys]')
    const held = focus === null || !list ? null : timetable.held(focus)
    if (!held || !list) return
    const wanted = root.querySelector<HTMLElement>(`[data-keys][data-holds='${held.placement ? 'grid' : 'shelf'}']`)
    if (!wanted || wanted === list) return
    const { focusedBy } = list.dataset
    if (focusedBy) wanted.dataset.focusedBy = focusedBy
    wanted.focus({ preventScroll: true })
  }
  const stops = [timetable.subscribe(follow), timetable.store.subscribe(follow)]
  return () => {
    for (const stop of stops) stop()
  }
}
