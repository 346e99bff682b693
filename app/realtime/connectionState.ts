import { type CloseReason, closeReason } from '#shared/protocol/sync'

/**
 * What is known of the way to the server, as facts; `connectionView` says what they mean. A change is one local
 * transaction, that is one gesture.
 */
export interface ConnectionModel {
  /** As the browser has it (`navigator.onLine`): false is certain, true is a guess. */
  readonly online: boolean
  readonly link: 'down' | 'opening' | 'open' | 'synced'
  /** It was synced once since the page opened. */
  readonly everSynced: boolean
  /** Connections lost or refused in a row. */
  readonly attempts: number
  /** Close code at which the server meant: do not come back. */
  readonly refused: number | null
  /** Changes that no frame of this connection carries. */
  readonly waiting: number
  /** Changes under way, by the frame that carries them. */
  readonly inFlight: readonly { readonly frame: number; readonly changes: number }[]
  /** Frames with edits sent on this connection. */
  readonly frames: number
}

export type ConnectionEvent =
  /** Changes left over from an earlier visit, found in the local copy. */
  | { type: 'restored'; changes: number }
  | { type: 'edit' }
  | { type: 'network'; online: boolean }
  | { type: 'opening' }
  | { type: 'opened' }
  | { type: 'synced' }
  | { type: 'closed' }
  | { type: 'refused'; code: number }
  /** `all`: everything that the server lacks (sync step 2). `one`: the edit that was just made. */
  | { type: 'frame'; carries: 'all' | 'one' }
  /** So many frames of this connection are on disk. */
  | { type: 'acked'; frames: number }

export const newConnection = (online: boolean): ConnectionModel => ({
  online,
  link: 'down',
  everSynced: false,
  attempts: 0,
  refused: null,
  waiting: 0,
  inFlight: [],
  frames: 0,
})

const sum = (inFlight: ConnectionModel['inFlight']) => inFlight.reduce((total, { changes }) => total + changes, 0)

/** Changes of which nobody has said yet that they are on disk. */
export const unsavedChanges = (model: ConnectionModel): number => model.waiting + sum(model.inFlight)

/** A connection that ended says no more what happened to its frames: all of them count as unsent. */
const unlinked = (model: ConnectionModel): ConnectionModel => ({
  ...model,
  link: 'down',
  waiting: unsavedChanges(model),
  inFlight: [],
  frames: 0,
})

export function connectionAfter(model: ConnectionModel, event: ConnectionEvent): ConnectionModel {
  switch (event.type) {
    case 'restored':
      return { ...model, waiting: model.waiting + event.changes }
    case 'edit':
      return { ...model, waiting: model.waiting + 1 }
    case 'network':
      return { ...model, online: event.online, attempts: event.online ? 0 : model.attempts }
    case 'opening':
      return { ...unlinked(model), link: 'opening' }
    case 'opened':
      return { ...model, link: 'open' }
    case 'synced':
      return { ...model, link: 'synced', everSynced: true, attempts: 0 }
    case 'closed':
      return { ...unlinked(model), attempts: model.attempts + 1 }
    case 'refused':
      return { ...unlinked(model), refused: event.code }
    case 'frame': {
      const frame = model.frames + 1
      const changes = event.carries === 'all' ? model.waiting : Math.min(model.waiting, 1)
      return {
        ...model,
        frames: frame,
        waiting: model.waiting - changes,
        inFlight: [...model.inFlight, { frame, changes }],
      }
    }
    case 'acked':
      return { ...model, inFlight: model.inFlight.filter(({ frame }) => frame > event.frames) }
  }
}

/** After so many lost connections in a row nobody is told "reconnecting" any more. */
const ATTEMPTS_UNTIL_OFFLINE = 3

export type ConnectionView =
  | { kind: 'saved' }
  | { kind: 'saving'; changes: number }
  /** The first connection of this visit. */
  | { kind: 'connecting'; changes: number }
  | { kind: 'reconnecting'; changes: number }
  | { kind: 'offline'; changes: number }
  | { kind: 'refused'; changes: number; code: number; reason: CloseReason | null }

/** What a person is told. "Saved" only when the server has said of every change that it is on disk. */
export function connectionView(model: ConnectionModel): ConnectionView {
  const changes = unsavedChanges(model)
  if (model.refused !== null) {
    return { kind: 'refused', changes, code: model.refused, reason: closeReason(model.refused) }
  }
  if (model.link === 'synced') {
    // Without a frame the server has not asked yet what it lacks.
    const answered = model.frames > 0 && model.inFlight.length === 0
    return changes === 0 && answered ? { kind: 'saved' } : { kind: 'saving', changes }
  }
  if (!model.online || model.attempts >= ATTEMPTS_UNTIL_OFFLINE) return { kind: 'offline', changes }
  return { kind: model.everSynced ? 'reconnecting' : 'connecting', changes }
}
