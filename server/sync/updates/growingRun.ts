import type { Run } from './scanUpdate'

/** Large enough to make few of, small enough not to be copied for long. */
const MAX_GROWING_BYTES = 16 * 1024

/**
 * Runs of one client that follow each other, as one. It copies what it is given: a view would keep the whole frame that came,
 * and thousands of small objects, each old by the time it goes, are what garbage collection takes longest for.
 */
export class GrowingRun implements Run {
  readonly client: number
  readonly clock: number
  end: number
  count: number
  private buffer: Uint8Array
  private used: number

  constructor({ client, clock, end, count, bytes }: Run) {
    this.client = client
    this.clock = clock
    this.end = end
    this.count = count
    this.buffer = Uint8Array.from(bytes)
    this.used = bytes.length
  }

  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.used)
  }

  /** False: it is full, or the run does not follow. */
  append({ clock, end, count, bytes }: Run): boolean {
    const needed = this.used + bytes.length
    if (clock !== this.end || needed > MAX_GROWING_BYTES) return false
    if (needed > this.buffer.length) this.grow(Math.min(MAX_GROWING_BYTES, 2 * needed))
    this.buffer.set(bytes, this.used)
    this.used = needed
    this.end = end
    this.count += count
    return true
  }

  private grow(capacity: number): void {
    const larger = new Uint8Array(capacity)
    larger.set(this.bytes)
    this.buffer = larger
  }
}
