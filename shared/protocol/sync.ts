/**
 * The wire format of /sync/<fairId>: y-websocket's, plus message types that only clients get which ask with `?ack=1`.
 * Numbers are lib0 varuints; a message is its type followed by its body, JSON as a lib0 varstring.
 * A client may say `?schema=<n>`, the layout of the document that it knows: it is closed with `newerSchema` where that is too old.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client: varuint, how many of this connection's frames with edits are on disk by now. */
  ack: 100,
  /** Server to client: JSON `Who[]`, everyone connected: which awareness client id belongs to whom. */
  who: 101,
  /** Server to client: JSON `Repair`, the server put something back that may not go. */
  repair: 102,
} as const

export const SYNC_STEP = { one: 0, two: 1, update: 2 } as const

/**
 * Why the server ended a connection. The stock provider stops retrying between 4400 and 4499 only,
 * so these are the final ones; a client that may come back is closed with 1001 or 1013.
 */
export const CLOSE = {
  malformed: 4400,
  notSignedIn: 4401,
  forbidden: 4403,
  noSuchFair: 4404,
  awarenessOfOther: 4409,
  tooLarge: 4413,
  newerSchema: 4426,
  tooMany: 4429,
  accessEnded: 4440,
} as const
export type CloseReason = keyof typeof CLOSE

export const closeReason = (code: number): CloseReason | null =>
  (Object.keys(CLOSE) as CloseReason[]).find((reason) => CLOSE[reason] === code) ?? null

/** Said by the server, so that nobody can take another's name. */
export interface Who {
  clientId: number
  accountId: string
  name: string
  /** Place in the palette of cursor colours, the same for a person everywhere. */
  colour: number
}

export interface Repair {
  kind: 'booths' | 'halls'
  ids: string[]
}

/** What an editor tells the others about itself, beside its identity: nothing of it is stored. */
export interface PresenceState {
  hallId: string | null
  /** Plan millimetres. */
  cursor: readonly [number, number] | null
  selection: readonly string[]
  /** Places of records under the pointer's drag, by `kind/id`. */
  ghost: Readonly<Record<string, readonly [number, number, number, number, number]>> | null
  /** Set in the programme's editor, where there is no hall. */
  programme?: ProgrammePresence | null
}

/** What somebody points at in the programme. Slots are named as by `slotRef` of shared/programme/slots.ts. */
export interface ProgrammePresence {
  cursor: { stageId: string; minute: number } | null
  selection: readonly string[]
  /** Stage, start and minutes of slots under the pointer's drag. */
  ghost: Readonly<Record<string, readonly [string, number, number]>> | null
}
