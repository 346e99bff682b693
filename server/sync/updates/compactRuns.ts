import * as encoding from 'lib0/encoding'
import { ByteReader } from './byteReader'
import type { ClockRanges } from './clockRanges'
import { CONTENT_KIND, type Run, readContent, STRUCT } from './scanUpdate'

/** Structs, and bytes, between two chances to pause. */
const STRIDE = { structs: 256, bytes: 64 * 1024 }

/**
 * One client's runs, which follow each other, as one run in which deleted values leave nothing but their place: what Yjs
 * itself leaves of them when it collects garbage. Nested types stay, and what is in them is treated alike.
 */
export async function compactRuns(
  runs: readonly [Run, ...Run[]],
  deleted: ClockRanges | undefined,
  breathe: () => Promise<void>,
): Promise<Run> {
  const [{ client, clock: begin }] = runs
  const writer = new RunWriter(client)
  let clock = begin
  let structs = 0
  for (const { bytes } of runs) {
    await breathe()
    const reader = new ByteReader(bytes)
    let keptFrom = 0
    let pausedAt = 0
    while (!reader.done) {
      const start = reader.pos
      if (++structs % STRIDE.structs === 0 || start - pausedAt > STRIDE.bytes) {
        await breathe()
        pausedAt = start
      }
      const info = reader.byte()
      const kind = info & STRUCT.content
      const place = kind === CONTENT_KIND.gc ? null : readPlace(reader, info)
      const length = place === null ? reader.varUint() : readContent(reader, kind)
      if (place !== null && leavesGap(kind, clock, clock + length, deleted)) {
        writer.keep(bytes.subarray(keptFrom, start))
        keptFrom = reader.pos
        writer.leaveGap(info, place, clock, length)
      } else writer.count++
      clock += length
    }
    writer.keep(bytes.subarray(keptFrom))
  }
  return { client, clock: begin, end: clock, count: writer.count, bytes: writer.finish() }
}

const leavesGap = (kind: number, clock: number, end: number, deleted: ClockRanges | undefined): boolean =>
  kind === CONTENT_KIND.deleted || (kind !== CONTENT_KIND.type && deleted !== undefined && deleted.has(clock, end))

/** Where something stood that is deleted. */
interface Gap {
  info: number
  /** Bytes that say where: its neighbours, or its parent and key. */
  place: Uint8Array
  end: number
  length: number
}

class RunWriter {
  /** Structs so far. */
  count = 0
  private readonly out = encoding.createEncoder()
  private gap: Gap | null = null

  constructor(private readonly client: number) {}

  /** Structs as they are; whoever calls has counted them. */
  keep(structs: Uint8Array): void {
    if (structs.length === 0) return
    this.writeGap()
    encoding.writeUint8Array(this.out, structs)
  }

  leaveGap(info: number, place: Uint8Array, clock: number, length: number): void {
    if (this.gap !== null && this.continues(this.gap, info, place)) {
      this.gap.end += length
      this.gap.length += length
      return
    }
    this.writeGap()
    this.gap = { info: (info & ~STRUCT.content) | CONTENT_KIND.deleted, place, end: clock + length, length }
    this.count++
  }

  finish(): Uint8Array {
    this.writeGap()
    return encoding.toUint8Array(this.out)
  }

  private writeGap(): void {
    if (this.gap === null) return
    encoding.writeUint8(this.out, this.gap.info)
    encoding.writeUint8Array(this.out, this.gap.place)
    encoding.writeVarUint(this.out, this.gap.length)
    this.gap = null
  }

  /** Whether it stands right behind the gap: one struct then says the same as both, and readers split it where they must. */
  private continues(gap: Gap, info: number, place: Uint8Array): boolean {
    if ((info & STRUCT.origin) === 0 || ((gap.info | info) & STRUCT.rightOrigin) !== 0) return false
    const reader = new ByteReader(place)
    return reader.varUint() === this.client && reader.varUint() === gap.end - 1
  }
}

function readPlace(reader: ByteReader, info: number): Uint8Array {
  const start = reader.pos
  if (info & STRUCT.origin) skipId(reader)
  if (info & STRUCT.rightOrigin) skipId(reader)
  if ((info & (STRUCT.origin | STRUCT.rightOrigin)) === 0) {
    if (reader.varUint() === 1) reader.varBytes()
    else skipId(reader)
    if (info & STRUCT.parentKey) reader.varBytes()
  }
  return reader.bytes.subarray(start, reader.pos)
}

function skipId(reader: ByteReader): void {
  reader.varUint()
  reader.varUint()
}
