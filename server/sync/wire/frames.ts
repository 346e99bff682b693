import { MESSAGE, type Repair, SYNC_STEP, type Who } from '#shared/protocol/sync'

/** A finished WebSocket frame (binary, whole, unmasked) around a message: encoded once, written to every receiver. */
export type Frame = Buffer

const BINARY_FINAL = 0x82
const EMPTY = new Uint8Array()

export const stepOneFrame = (stateVector: Uint8Array): Frame =>
  frame([MESSAGE.sync, SYNC_STEP.one, stateVector.length], stateVector)
export const stepTwoFrame = (update: Uint8Array): Frame => frame([MESSAGE.sync, SYNC_STEP.two, update.length], update)
export const updateFrame = (update: Uint8Array): Frame => frame([MESSAGE.sync, SYNC_STEP.update, update.length], update)

export const ackFrame = (count: number): Frame => frame([MESSAGE.ack, count], EMPTY)
export const whoFrame = (who: readonly Who[]): Frame => jsonFrame(MESSAGE.who, who)
export const repairFrame = (repair: Repair): Frame => jsonFrame(MESSAGE.repair, repair)

/** `entries` are awareness entries as clients encoded them. */
export function awarenessFrame(entries: readonly Uint8Array[]): Frame {
  const count = varUintBytes(entries.length)
  const length = entries.reduce((sum, entry) => sum + entry.length, count.length)
  return frame([MESSAGE.awareness, length], Buffer.concat([count, ...entries], length))
}

function jsonFrame(type: number, value: unknown): Frame {
  const text = Buffer.from(JSON.stringify(value))
  return frame([type, text.length], text)
}

function frame(head: readonly number[], body: Uint8Array): Frame {
  const prefix = head.flatMap((value) => [...varUintBytes(value)])
  const length = prefix.length + body.length
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(header + length)
  bytes[0] = BINARY_FINAL
  if (header === 2) bytes[1] = length
  else if (header === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
  bytes.set(prefix, header)
  bytes.set(body, header + prefix.length)
  return bytes
}

export function varUintBytes(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return Uint8Array.from(bytes)
}
