import type { BoothStatus } from '#shared/claims/status'

/** Socket.IO, path /socket.io. A client joins one fair; the server authorises it. */
export const SOCKET_PATH = '/socket.io'

export interface BoothStatusEvent {
  fairId: string
  boothId: string
  status: BoothStatus
  /** Public name of the exhibitor once confirmed, else null. */
  exhibitorId: string | null
  exhibitorName: string | null
  /** Grows with every change of this booth: an older event than the one shown is dropped. */
  version: number
}

export interface ServerEvents {
  'booth:status': (event: BoothStatusEvent) => void
  /** A release was published or withdrawn: what is on screen may be old. */
  'release:changed': (event: { fairId: string; number: number | null }) => void
  /** To organisers: people, hours or the like changed, on which the programme's conflicts depend. Claims are told by `booth:status`. */
  'programme:context': (event: { fairId: string }) => void
}

export type JoinAnswer = { ok: true; booths: BoothStatusEvent[] } | { ok: false; code: string }

export interface ClientEvents {
  /** Joins the fair's room and gets the state of every booth, so that nothing missed stays missed. */
  'fair:join': (fairId: string, answer: (result: JoinAnswer) => void) => void
}
