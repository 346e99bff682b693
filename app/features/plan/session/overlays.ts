import type { BoothStatus } from '#shared/claims/status'
import { isItemKey, itemKey } from '#shared/plan/itemKey'
import type { Editor } from '~/canvas/editor/types'
import type { Overlays, RemotePerson } from '~/canvas/render/types'
import type { BoothStatusStore } from '~/realtime/boothStatusStore'
import type { People, WindowHere } from '~/realtime/people'
import type { ProblemWatch } from './problemWatch'

interface Sources {
  editor: Editor
  people: People
  statuses: BoothStatusStore
  problems: ProblemWatch
}

/** What lies over the plan: others in the same hall, who has which booth, what is wrong. */
export function createOverlays({ editor, people, statuses, problems }: Sources): Overlays {
  return {
    people: () =>
      people.others.flatMap((window) => {
        const person = window.presence && remotePerson(window, window.presence)
        return person && window.presence?.hallId === editor.state.hallId ? [person] : []
      }),
    statusOf: (boothId): BoothStatus => statuses.current.statuses.get(boothId)?.status ?? 'available',
    problemOf: (key) => problems.worstOf(key),
    subscribe(listener) {
      const stops = [
        people.subscribe(() => listener('people')),
        statuses.subscribe((changed) => {
          if (changed.length > 0)
            listener(
              'status',
              changed.map((id) => itemKey('booths', id)),
            )
        }),
        problems.subscribe((keys) => listener('problems', keys)),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

const remotePerson = (
  { clientId, name, colour }: WindowHere,
  { cursor, selection, ghost }: NonNullable<WindowHere['presence']>,
): RemotePerson => ({
  id: clientId,
  name,
  colour,
  cursor,
  selection: selection.filter(isItemKey),
  ghost:
    ghost && (Object.fromEntries(Object.entries(ghost).filter(([key]) => isItemKey(key))) as RemotePerson['ghost']),
})
