import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { MalformedRecord, Plan } from '#shared/document/records'
import type { Value } from '~/lib/value'
import { type ConnectionView, connectionView } from '~/realtime/connectionState'
import { type PersonHere, personsHere } from '~/realtime/people'
import type { LiveSession } from './session/liveSession'

const LiveContext = createContext<LiveSession | null>(null)
export const LiveProvider = LiveContext.Provider

/** What both editors have: document, connection, people. */
export function useLive(): LiveSession {
  const session = useContext(LiveContext)
  if (!session) throw new Error('outside of an open editor')
  return session
}

export const useValue = <T>(value: Pick<Value<T>, 'current' | 'subscribe'>): T =>
  useSyncExternalStore(value.subscribe, () => value.current)

export function usePlan(): Plan {
  const { store } = useLive()
  return useSyncExternalStore(store.subscribe, () => store.plan)
}

export function useMalformed(): readonly MalformedRecord[] {
  const { store } = useLive()
  return useSyncExternalStore(store.subscribe, () => store.malformed)
}

export function useCanUndo(): { undo: boolean; redo: boolean } {
  const { store } = useLive()
  const undo = useSyncExternalStore(store.subscribe, () => store.canUndo)
  const redo = useSyncExternalStore(store.subscribe, () => store.canRedo)
  return { undo, redo }
}

export function useConnection(): ConnectionView {
  const { connection } = useLive()
  const model = useValue(connection)
  return useMemo(() => connectionView(model), [model])
}

export function usePersonsHere(): PersonHere[] {
  const { people } = useLive()
  const others = useSyncExternalStore(people.subscribe, () => people.others)
  const self = useSyncExternalStore(people.subscribe, () => people.self)
  return useMemo(() => personsHere({ others, self }), [others, self])
}
