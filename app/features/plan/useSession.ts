import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { MalformedRecord, Plan } from '#shared/document/records'
import type { Problem } from '#shared/plan/checks/types'
import type { BoothStatusEvent } from '#shared/protocol/events'
import type { EditorState } from '~/canvas/editor/types'
import { type ConnectionView, connectionView } from '~/realtime/connectionState'
import { type PersonHere, personsHere } from '~/realtime/people'
import type { EditorSession } from './session/editorSession'
import type { Value } from './value'

const SessionContext = createContext<EditorSession | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): EditorSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('outside of an open editor')
  return session
}

export const useValue = <T>(value: Pick<Value<T>, 'current' | 'subscribe'>): T =>
  useSyncExternalStore(value.subscribe, () => value.current)

/** `select` gives a part of the state that keeps its identity as long as it does not change. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  const { editor } = useSession()
  return useSyncExternalStore(editor.subscribe, () => select(editor.state))
}

export function usePlan(): Plan {
  const { store } = useSession()
  return useSyncExternalStore(store.subscribe, () => store.plan)
}

export function useMalformed(): readonly MalformedRecord[] {
  const { store } = useSession()
  return useSyncExternalStore(store.subscribe, () => store.malformed)
}

export function useCanUndo(): { undo: boolean; redo: boolean } {
  const { store } = useSession()
  const undo = useSyncExternalStore(store.subscribe, () => store.canUndo)
  const redo = useSyncExternalStore(store.subscribe, () => store.canRedo)
  return { undo, redo }
}

export function useConnection(): ConnectionView {
  const { connection } = useSession()
  const model = useValue(connection)
  return useMemo(() => connectionView(model), [model])
}

export function usePersonsHere(): PersonHere[] {
  const { people } = useSession()
  const others = useSyncExternalStore(people.subscribe, () => people.others)
  const self = useSyncExternalStore(people.subscribe, () => people.self)
  return useMemo(() => personsHere({ others, self }), [others, self])
}

export function useStatuses(): ReadonlyMap<string, BoothStatusEvent> {
  const { statuses } = useSession()
  return useSyncExternalStore(statuses.subscribe, () => statuses.current.statuses)
}

export function useProblems(): readonly Problem[] {
  const { problems } = useSession()
  return useSyncExternalStore(problems.subscribe, () => problems.problems)
}

/** Whether the plan can be changed here and now. */
export const useReadOnly = (): boolean => useEditorState((state) => state.readOnly)
