import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { compactRuns } from './compactRuns'
import { Coverage } from './coverage'
import { GrowingRun } from './growingRun'
import { type Run, runFrom, type ScannedUpdate, scanUpdate } from './scanUpdate'

export type StateVector = ReadonlyMap<number, number>

export const encodeStateVector = (ends: StateVector): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, ends.size)
  for (const [client, end] of ends) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, end)
  }
  return encoding.toUint8Array(encoder)
}

/**
 * A fair's document as its updates, never decoded: runs of structs are kept as bytes by client and clock, so that the
 * answer to whoever joins is cut and joined from them, at the price of copying.
 */
export class Replica {
  readonly known = new Coverage()
  private readonly runs = new Map<number, GrowingRun[]>()
  /** Client whose runs are being compacted, and must not grow meanwhile. */
  private compacting: number | null = null
  /** Updates that build on something which is not there, written by services; sent along as they are. */
  private readonly loose: Uint8Array[] = []
  private deletesBytes: Uint8Array | null = null
  private vectorBytes: Uint8Array | null = null

  add(update: ScannedUpdate): void {
    const exact = withoutHalves(update, (client) => this.known.end(client))
    const fitting: Run[] = []
    for (const run of exact.runs) {
      const end = this.known.end(run.client)
      if (run.end <= end) continue
      if (run.clock > end) {
        this.loose.push(update.bytes)
        break
      }
      fitting.push(runFrom(run, end))
      this.known.add({ runs: [run], deletes: [] })
    }
    this.known.add({ runs: [], deletes: exact.deletes })
    for (const run of fitting) this.append(run)
    if (exact.deletes.length > 0) this.deletesBytes = null
    this.vectorBytes = null
  }

  /** Something that only its readers can make sense of. */
  addUnread(bytes: Uint8Array): void {
    this.loose.push(bytes)
  }

  *allRuns(): Generator<Run> {
    for (const runs of this.runs.values()) yield* runs
  }

  stateVector(): Uint8Array {
    this.vectorBytes ??= encodeStateVector(this.known.ends)
    return this.vectorBytes
  }

  /** Forgets what was overwritten, in pieces; whatever comes in between them waits for the next time. */
  async compact(breathe: () => Promise<void>): Promise<void> {
    try {
      for (const [client, runs] of this.runs) {
        const [first, ...rest] = runs
        if (!first) continue
        this.compacting = client
        const compact = await compactRuns([first, ...rest], this.known.deleted.get(client), breathe)
        runs.splice(0, 1 + rest.length, new GrowingRun(compact))
      }
    } finally {
      this.compacting = null
    }
  }

  /** Everything, as one update. */
  whole(): Uint8Array {
    const [update, ...others] = this.since(new Map())
    return others.length > 0 ? Y.mergeUpdates([update, ...others]) : update
  }

  /** Updates that hold everything which somebody lacks who has `vector`. */
  since(vector: StateVector): [Uint8Array, ...Uint8Array[]] {
    const parts: Uint8Array[] = []
    let blocks = 0
    for (const client of [...this.runs.keys()].sort((a, b) => b - a)) {
      const has = vector.get(client) ?? 0
      const lacking = (this.runs.get(client) ?? []).filter((run) => run.end > has)
      const [first, ...rest] = lacking
      if (!first) continue
      const start = runFrom(first, has)
      blocks++
      const count = rest.reduce((sum, run) => sum + run.count, start.count)
      parts.push(varUints(count, client, start.clock), start.bytes, ...rest.map((run) => run.bytes))
    }
    this.deletesBytes ??= this.encodeDeletes()
    return [Buffer.concat([varUints(blocks), ...parts, this.deletesBytes]), ...this.loose]
  }

  private append(run: Run): void {
    const runs = this.runs.get(run.client)
    if (!runs) this.runs.set(run.client, [new GrowingRun(run)])
    else if (this.compacting === run.client || !runs.at(-1)?.append(run)) runs.push(new GrowingRun(run))
  }

  private encodeDeletes(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.known.deleted.size)
    for (const [client, ranges] of [...this.known.deleted].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.size)
      for (const [clock, end] of ranges.entries()) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, end - clock)
      }
    }
    return encoding.toUint8Array(encoder)
  }
}

/**
 * An update of which part is known already, cut to the rest where the cut lies inside a struct: what the struct says of its
 * place then counts for nobody.
 */
export function withoutHalves(update: ScannedUpdate, endOf: (client: number) => number): ScannedUpdate {
  const cutsStruct = update.runs.some((run) => {
    const end = endOf(run.client)
    return run.clock < end && end < run.end && runFrom(run, end).clock < end
  })
  if (!cutsStruct) return update
  const ends = new Map(update.runs.map(({ client }) => [client, endOf(client)]))
  return scanUpdate(Y.diffUpdate(update.bytes, encodeStateVector(ends)))
}

function varUints(...values: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const value of values) encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}
