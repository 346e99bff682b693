import { MESSAGE, SYNC_STEP } from '#shared/protocol/sync'
import { MAX_VECTOR_CLIENTS } from '../limits'
import { ByteReader, MalformedError } from '../updates/byteReader'
import type { StateVector } from '../updates/replica'

/** What a client may say; `bytes` are views on the frame. */
export type ClientMessage =
  | { kind: 'ask'; has: StateVector }
  | { kind: 'edits'; answer: boolean; bytes: Uint8Array }
  | { kind: 'presence'; entries: PresenceEntry[] }
  | { kind: 'askPresence' }

export interface PresenceEntry {
  clientId: number
  clock: number
  /** True where the client says that it is gone. */
  isNull: boolean
  /** The state, as JSON in UTF-8. */
  state: Uint8Array
  /** The whole entry, as it is passed on. */
  bytes: Uint8Array
}

const NULL = Buffer.from('null')

/** Throws MalformedError. */
export function readMessage(frame: Uint8Array): ClientMessage {
  const reader = new ByteReader(frame)
  const type = reader.varUint()
  if (type === MESSAGE.awareness) return { kind: 'presence', entries: readPresence(new ByteReader(reader.varBytes())) }
  if (type === MESSAGE.queryAwareness) return { kind: 'askPresence' }
  if (type !== MESSAGE.sync) throw new MalformedError('unknown message')
  const step = reader.varUint()
  const bytes = reader.varBytes()
  if (!reader.done) throw new MalformedError('more bytes than it says')
  if (step === SYNC_STEP.one) return { kind: 'ask', has: readStateVector(new ByteReader(bytes)) }
  if (step === SYNC_STEP.two || step === SYNC_STEP.update)
    return { kind: 'edits', answer: step === SYNC_STEP.two, bytes }
  throw new MalformedError('unknown step')
}

function readStateVector(reader: ByteReader): StateVector {
  const vector = new Map<number, number>()
  let count = reader.varUint()
  if (count > MAX_VECTOR_CLIENTS) throw new MalformedError('too many clients')
  for (; count > 0; count--) vector.set(reader.varUint(), reader.varUint())
  return vector
}

function readPresence(reader: ByteReader): PresenceEntry[] {
  const entries: PresenceEntry[] = []
  for (let count = reader.varUint(); count > 0; count--) {
    const start = reader.pos
    const clientId = reader.varUint()
    const clock = reader.varUint()
    const state = reader.varBytes()
    entries.push({
      clientId,
      clock,
      isNull: NULL.equals(state),
      state,
      bytes: reader.bytes.subarray(start, reader.pos),
    })
  }
  return entries
}
