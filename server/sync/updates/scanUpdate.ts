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

const ORIGIN = 0x80
const RIGHT_ORIGIN = 0x40
const PARENT_KEY = 0x20
const CONTENT = 0x1f
const SKIP = 10
/** Deep enough for every field of the fair document; what is deeper would exhaust somebody's stack. */
const MAX_DEPTH = 32
const XML_ELEMENT = 3
const XML_HOOK = 5
const LAST_TYPE = 6

/** Whole structure of an update. Throws MalformedError where Yjs would throw, or would later choke on it. */
export function scanUpdate(bytes: Uint8Array): ScannedUpdate {
  const reader = new ByteReader(bytes)
  const runs: Run[] = []
  const needs = new Map<number, number>()
  const clients = new Set<number>()
  for (let blocks = reader.varUint(); blocks > 0; blocks--) readBlock(reader, runs, needs, clients)
  const deletes = readDeletes(reader)
  if (!reader.done) throw new MalformedError('more bytes than it says')
  return { bytes, runs, deletes, needs }
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
    const length = readStruct(reader, run.client, at, null)
    if (at + length > clock) return { ...run, clock: at, count, bytes: run.bytes.subarray(start) }
    at += length
  }
  throw new Error('clock beyond the run')
}

function readBlock(reader: ByteReader, runs: Run[], needs: Map<number, number>, clients: Set<number>): void {
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
      clock = advance(clock, readStruct(reader, client, clock, needs))
      run.count++
    }
  }
  finish()
}

function readDeletes(reader: ByteReader): DeletedRange[] {
  const deletes: DeletedRange[] = []
  for (let clients = reader.varUint(); clients > 0; clients--) {
    const client = reader.varUint()
    for (let ranges = reader.varUint(); ranges > 0; ranges--) {
      const clock = reader.varUint()
      deletes.push({ client, clock, end: advance(clock, reader.varUint()) })
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

/** Reads over one struct and notes what it refers to. Returns how many clocks it takes. */
function readStruct(reader: ByteReader, client: number, clock: number, needs: Map<number, number> | null): number {
  const info = reader.byte()
  const kind = info & CONTENT
  if (kind === 0) {
    if (info !== 0) throw new MalformedError('unknown struct')
    return reader.varUint()
  }
  const refer = () => {
    const otherClient = reader.varUint()
    const otherClock = reader.varUint()
    if (needs === null) return
    if (otherClient === client) {
      if (otherClock >= clock) throw new MalformedError('refers to what comes after it')
    } else if (otherClock > (needs.get(otherClient) ?? -1)) needs.set(otherClient, otherClock)
  }
  if (info & ORIGIN) refer()
  if (info & RIGHT_ORIGIN) refer()
  if ((info & (ORIGIN | RIGHT_ORIGIN)) === 0) {
    if (reader.varUint() === 1) skipString(reader)
    else refer()
    if (info & PARENT_KEY) skipString(reader)
  }
  return readContent(reader, kind)
}

function readContent(reader: ByteReader, kind: number): number {
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

function skipString(reader: ByteReader): void {
  if (!isUtf8(reader.varBytes())) throw new MalformedError('not UTF-8')
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
