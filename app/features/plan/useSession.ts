import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Problem } from '#shared/plan/checks/types'
import type { BoothStatusEvent } from '#shared/protocol/events'
import type { EditorState } from '~/canvas/editor/types'
import type { EditorSession } from './session/editorSession'

const SessionContext = createContext<EditorSession | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): EditorSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('outside of an open editor')
  return session
}

/** `select` gives a part of the state that keeps its identity as long as it does not change. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  const { editor } = useSession()
  return useSyncExternalStore(editor.subscribe, () => select(editor.state))
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
