import { isUtf8 } from 'node:buffer'
import { ByteReader, MalformedError } from './byteReader'

/**
 * The Yjs update format (version 1), read without building a document:
 * blocks of consecutive structs, one block a client, then ranges of deleted clocks. Each struct stands for itself, so
 * that runs of them can be cut and joined as bytes. https://github.com/yjs/yjs, src/utils/updates.js
 */

/** Consecutive structs of one client, from `clock` up to but not including `end`. */
export interface Run {
  readonly client: number
  readonly clock: number
  readonly end: number
  /** Number of structs in `bytes`. */
  readonly count: number
  readonly bytes: Uint8Array
}

export interface DeletedRange {
  readonly client: number
  readonly clock: number
  readonly end: number
}

export interface ScannedUpdate {
  readonly bytes: Uint8Array
  readonly runs: readonly Run[]
  readonly deletes: readonly DeletedRange[]
  /** The highest clock of each client that some struct refers to. */
  readonly needs: ReadonlyMap<number, number>
}

/** What a struct says of its place and its content. Visitors get the same object each time. */
export interface StructHead {
  client: number
  clock: number
  length: number
  /** One of CONTENT_KIND. */
  kind: number
  /** Of a nested type; -1 for anything else. */
  type: number
  /** The struct before it, in the same place; null: its place is said by `root`, or by the client and clock of `parent`. */
  origin: { client: number; clock: number } | null
  hasRightOrigin: boolean
  root: string | null
  parent: { client: number; clock: number } | null
  key: string | null
}
export type StructVisitor = (head: StructHead) => void

export const CONTENT_KIND = { gc: 0, deleted: 1, binary: 3, type: 7, any: 8 } as const

/** Bits of a struct's first byte: what of its place follows, and the kind of its content. */
export const STRUCT = { origin: 0x80, rightOrigin: 0x40, parentKey: 0x20, content: 0x1f } as const
const SKIP = 10
/** Deep enough for every field of the fair document; what is deeper would exhaust somebody's stack. */
const MAX_DEPTH = 32
const XML_ELEMENT = 3
const XML_HOOK = 5
const LAST_TYPE = 6

/** Whole structure of an update. Throws MalformedError where Yjs would throw, or would later choke on it. */
export function scanUpdate(bytes: Uint8Array, visit: StructVisitor | null = null): ScannedUpdate {
  const reader = new ByteReader(bytes)
  const runs: Run[] = []
  const needs = new Map<number, number>()
  const clients = new Set<number>()
  for (let blocks = reader.varUint(); blocks > 0; blocks--) readBlock(reader, { runs, needs, clients, visit })
  const deletes = readDeletes(reader)
  if (!reader.done) throw new MalformedError('more bytes than it says')
  return { bytes, runs, deletes, needs }
}

export function visitStructs({ client, clock, count, bytes }: Run, visit: StructVisitor): void {
  const reader = new ByteReader(bytes)
  let at = clock
  for (let n = 0; n < count; n++) at += readStruct(reader, client, at, { needs: null, visit })
}

/**
 * The run from the struct that holds `clock` on. It begins earlier than `clock` when that lies inside a struct:
 * a reader who has the first part of a struct already takes only the rest.
 */
export function runFrom(run: Run, clock: number): Run {
  if (clock <= run.clock) return run
  const reader = new ByteReader(run.bytes)
  let at = run.clock
  for (let count = run.count; count > 0; count--) {
    const start = reader.pos
    const length = readStruct(reader, run.client, at, NOBODY)
    if (at + length > clock) {
      return { client: run.client, clock: at, end: run.end, count, bytes: reader.bytes.subarray(start) }
    }
    at += length
  }
  throw new Error('clock beyond the run')
}

interface Readers {
  needs: Map<number, number> | null
  visit: StructVisitor | null
}
const NOBODY: Readers = { needs: null, visit: null }

interface BlockReaders extends Readers {
  runs: Run[]
  clients: Set<number>
}

function readBlock(reader: ByteReader, readers: BlockReaders): void {
  const { runs, clients } = readers
  const structs = reader.varUint()
  const client = reader.varUint()
  if (clients.has(client)) throw new MalformedError('two blocks of one client')
  clients.add(client)
  let clock = reader.varUint()
  let run = { clock, count: 0, start: reader.pos }
  const finish = () => {
    if (run.count === 0) return
    runs.push({
      client,
      clock: run.clock,
      end: clock,
      count: run.count,
      bytes: reader.bytes.subarray(run.start, reader.pos),
    })
  }
  for (let n = 0; n < structs; n++) {
    if (reader.bytes[reader.pos] === SKIP) {
      finish()
      reader.byte()
      clock = advance(clock, reader.varUint())
      run = { clock, count: 0, start: reader.pos }
    } else {
      clock = advance(clock, readStruct(reader, client, clock, readers))
      run.count++
    }
  }
  finish()
}

function readDeletes(reader: ByteReader): DeletedRange[] {
  const deletes: DeletedRange[] = []
  for (let clients = reader.varUint(); clients > 0; clients--) {
    const client = reader.varUint()
    let last = 0
    for (let ranges = reader.varUint(); ranges > 0; ranges--) {
      const clock = reader.varUint()
      if (clock < last) throw new MalformedError('ranges out of order')
      last = advance(clock, reader.varUint())
      deletes.push({ client, clock, end: last })
    }
  }
  return deletes
}

function advance(clock: number, length: number): number {
  const end = clock + length
  if (length === 0) throw new MalformedError('nothing where something must be')
  if (!Number.isSafeInteger(end)) throw new MalformedError('clock too large')
  return end
}

const head: StructHead = {
  ...{ client: 0, clock: 0, length: 0, kind: 0, type: -1 },
  ...{ origin: null, hasRightOrigin: false, root: null, parent: null, key: null },
}

/** Reads over one struct and notes what it refers to. Returns how many clocks it takes. */
function readStruct(reader: ByteReader, client: number, clock: number, { needs, visit }: Readers): number {
  const info = reader.byte()
  const kind = info & STRUCT.content
  if (kind === CONTENT_KIND.gc) {
    if (info !== 0) throw new MalformedError('unknown struct')
    return reader.varUint()
  }
  const refer = () => {
    const otherClient = reader.varUint()
    const otherClock = reader.varUint()
    if (needs !== null) {
      if (otherClient === client) {
        if (otherClock >= clock) throw new MalformedError('refers to what comes after it')
      } else if (otherClock > (needs.get(otherClient) ?? -1)) needs.set(otherClient, otherClock)
    }
    return visit ? { client: otherClient, clock: otherClock } : null
  }
  const string = () => (visit ? reader.varString() : skipString(reader))
  let root: string | null = null
  let parent: StructHead['parent'] = null
  let key: string | null = null
  const origin = info & STRUCT.origin ? refer() : null
  if (info & STRUCT.rightOrigin) refer()
  if ((info & (STRUCT.origin | STRUCT.rightOrigin)) === 0) {
    if (reader.varUint() === 1) root = string()
    else parent = refer()
    if (info & STRUCT.parentKey) key = string()
  }
  const type = visit && kind === CONTENT_KIND.type ? (reader.bytes[reader.pos] ?? -1) : -1
  const length = readContent(reader, kind)
  if (visit) {
    const hasRightOrigin = (info & STRUCT.rightOrigin) !== 0
    visit(Object.assign(head, { client, clock, length, kind, type, origin, hasRightOrigin, root, parent, key }))
  }
  return length
}

/** Reads over one struct's content. Returns how many clocks it takes. */
export function readContent(reader: ByteReader, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return reader.varUint()
    case 2: // JSON texts, from old versions of Yjs
      return repeated(reader, () => {
        const text = reader.varString()
        if (text !== 'undefined') parseJson(text)
      })
    case 3: // binary
      reader.varBytes()
      return 1
    case 4: // text: clocks count UTF-16 units
      return reader.varString().length
    case 5: // embed
      reader.varJson()
      return 1
    case 6: // format
      skipString(reader)
      reader.varJson()
      return 1
    case 7: {
      const type = reader.varUint()
      if (type > LAST_TYPE) throw new MalformedError('unknown type')
      if (type === XML_ELEMENT || type === XML_HOOK) skipString(reader)
      return 1
    }
    case 8:
      return repeated(reader, () => skipAny(reader, 0))
    default: // documents within documents, and what does not exist
      throw new MalformedError('unknown content')
  }
}

function repeated(reader: ByteReader, read: () => void): number {
  const length = reader.varUint()
  for (let n = 0; n < length; n++) read()
  return length
}

function skipString(reader: ByteReader): null {
  if (!isUtf8(reader.varBytes())) throw new MalformedError('not UTF-8')
  return null
}

function parseJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new MalformedError('not JSON')
  }
}

/** One value in lib0's encoding of plain data, with its type in the first byte. */
function skipAny(reader: ByteReader, depth: number): void {
  if (depth > MAX_DEPTH) throw new MalformedError('nested too deep')
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      reader.skipVarInt()
      return
    case 124:
      reader.skip(4)
      return
    case 123:
    case 122:
      reader.skip(8)
      return
    case 119:
      skipString(reader)
      return
    case 118:
      repeated(reader, () => {
        skipString(reader)
        skipAny(reader, depth + 1)
      })
      return
    case 117:
      repeated(reader, () => skipAny(reader, depth + 1))
      return
    case 116:
      reader.varBytes()
      return
    default:
      throw new MalformedError('unknown value')
  }
}
