import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Talk } from '#shared/document/records'
import type { Conflict } from '#shared/programme/conflicts/types'
import { parseSlotRef, type SlotRef } from '#shared/programme/slots'
import { usePlan, useValue } from '~/features/editor/useLive'
import type { TimetableState } from '~/timetable/types'
import type { ProgrammeFacts } from './session/programmeFacts'
import type { ProgrammeSession } from './session/programmeSession'

const ProgrammeContext = createContext<ProgrammeSession | null>(null)
export const ProgrammeProvider = ProgrammeContext.Provider

export function useProgramme(): ProgrammeSession {
  const session = useContext(ProgrammeContext)
  if (!session) throw new Error('outside of an open programme')
  return session
}

/** `select` gives a part of the state that keeps its identity as long as it does not change. */
export function useTimetable<T>(select: (state: TimetableState) => T): T {
  const { timetable } = useProgramme()
  return useSyncExternalStore(timetable.subscribe, () => select(timetable.state))
}

/** People, hours, changeover: as they are now. */
export const useFacts = (): ProgrammeFacts => useValue(useProgramme().context)

/** Whether the programme can be changed here and now. */
export const useReadOnly = (): boolean => useTimetable((state) => state.readOnly)

/** Conflicts that nobody has waived, errors first. */
export function useConflicts(): readonly Conflict[] {
  const { conflicts } = useProgramme()
  return useSyncExternalStore(conflicts.subscribe, () => conflicts.conflicts)
}

export function useWaivedConflicts(): readonly Conflict[] {
  const { conflicts } = useProgramme()
  return useSyncExternalStore(conflicts.subscribe, () => conflicts.waived)
}

/** What is selected: refs of slots (an unscheduled talk by its own id) and the talks they belong to, each once. */
export function useSelection(): { refs: readonly SlotRef[]; talks: readonly Talk[] } {
  const selection = useTimetable((state) => state.selection)
  const { talks } = usePlan()
  return useMemo(() => {
    const refs = [...selection]
    const ids = new Set(refs.map((ref) => parseSlotRef(ref).talkId))
    return { refs, talks: [...ids].flatMap((id) => talks.get(id) ?? []) }
  }, [selection, talks])
}
