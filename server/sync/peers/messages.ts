/** What somebody's awareness client said last, on its way between processes. */
export interface SaidElsewhere {
  clientId: number
  clock: number
  /** The entry as the client encoded it; null: it is gone. */
  bytes: Uint8Array | null
  accountId: string
  name: string
  /** A connection has just begun to speak for it: it has the word against one that ended unnoticed. */
  fresh: boolean
}

/** Between processes of the same fair. `rooms` are the fairs of which a process wants to hear who is where. */
export type PeerMessage =
  | { kind: 'hello'; lock: number; rooms: string[]; asks: boolean }
  | { kind: 'bye' }
  | { kind: 'opened'; fairId: string }
  | { kind: 'closed'; fairId: string }
  /** `whole`: whoever of this process is not named has gone. */
  | { kind: 'presence'; fairId: string; said: SaidElsewhere[]; whole: boolean }

/** PostgreSQL takes notifications of up to 7,999 bytes; this leaves room for the head of a part. */
const MAX_PART_BYTES = 7800

type Person = [accountId: string, name: string]
type Entry = [clientId: number, clock: number, person: number, bytes: string | null, fresh: 0 | 1]
type Packed = Exclude<PeerMessage, { kind: 'presence' }> | PackedPresence
interface PackedPresence {
  kind: 'presence'
  fairId: string
  whole: boolean
  people: Person[]
  entries: Entry[]
}

/** Notifications for one message: `<sender> <part> <parts> <text>`. */
export function writeMessage(from: string, message: PeerMessage): string[] {
  const bytes = Buffer.from(JSON.stringify(message.kind === 'presence' ? pack(message) : message))
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(at + MAX_PART_BYTES, bytes.length)
    // Never within a character: each part is text of its own.
    while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
    parts.push(bytes.subarray(at, end))
    at = end
  }
  return parts.map((part, index) => `${from} ${index} ${parts.length} ${part}`)
}

/** Puts the parts of messages together again. Those of one sender come in order, and nothing of it in between. */
export class MessageReader {
  private readonly begun = new Map<string, string[]>()

  /** The message that this part completes; null while others are awaited, or where the beginning was missed. */
  read(notification: string): { from: string; message: PeerMessage } | null {
    const [from = '', part, parts] = notification.split(' ', 3)
    const text = notification.slice(`${from} ${part} ${parts} `.length)
    const begun = part === '0' ? [] : this.begun.get(from)
    if (begun?.length !== Number(part)) {
      this.begun.delete(from)
      return null
    }
    begun.push(text)
    this.begun.set(from, begun)
    if (begun.length < Number(parts)) return null
    this.begun.delete(from)
    const packed = JSON.parse(begun.join('')) as Packed
    return { from, message: packed.kind === 'presence' ? unpack(packed) : packed }
  }

  /** Parts may have been missed. */
  forget(): void {
    this.begun.clear()
  }
}

export const senderOf = (notification: string): string => notification.slice(0, notification.indexOf(' '))

function pack({ fairId, whole, said }: PeerMessage & { kind: 'presence' }): PackedPresence {
  const people: Person[] = []
  const places = new Map<string, number>()
  const entries = said.map(({ clientId, clock, bytes, accountId, name, fresh }): Entry => {
    const place = places.get(accountId) ?? people.length
    if (place === people.length) {
      people.push([accountId, name])
      places.set(accountId, place)
    }
    return [clientId, clock, place, bytes && Buffer.from(bytes).toString('base64'), fresh ? 1 : 0]
  })
  return { kind: 'presence', fairId, whole, people, entries }
}

function unpack({ fairId, whole, people, entries }: PackedPresence): PeerMessage {
  const said = entries.map(([clientId, clock, place, bytes, fresh]): SaidElsewhere => {
    const [accountId, name] = people[place] ?? ['', '']
    return {
      ...{ clientId, clock, accountId, name },
      bytes: bytes === null ? null : Buffer.from(bytes, 'base64'),
      fresh: fresh === 1,
    }
  })
  return { kind: 'presence', fairId, whole, said }
}
