import { useSyncExternalStore } from 'react'
import type { DayLayout } from '~/timetable/view/dayLayout'
import { useProgramme } from '../useProgramme'

/** The day as it is laid out; another object whenever a talk, a stage or the hours are others. */
export function useLayout(): DayLayout {
  const { timetable, store } = useProgramme()
  const subscribe = (listener: () => void) => {
    const stops = [timetable.subscribe(listener), store.subscribe(listener)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  return useSyncExternalStore(subscribe, () => timetable.layout())
}

/** A part of the layout that keeps its identity as long as it does not change. */
export function useLayoutPart<T>(select: (layout: DayLayout) => T): T {
  const { timetable, store } = useProgramme()
  const subscribe = (listener: () => void) => {
    const stops = [timetable.subscribe(listener), store.subscribe(listener)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  return useSyncExternalStore(subscribe, () => select(timetable.layout()))
}
