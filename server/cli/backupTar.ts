import { Refusal } from './backupFormat'

const BLOCK = 512
/** No piece of ours comes near: PostgreSQL takes no value above 1 GiB. */
const MAX_ENTRY_BYTES = 2 ** 31

export interface TarEntry {
  name: string
  body: Buffer
}

const padding = (length: number): number => (BLOCK - (length % BLOCK)) % BLOCK
const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`

/** One file of a tar (POSIX ustar), header and padding included. */
export function tarEntry({ name, body }: TarEntry, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100, 'utf8')
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(body.length, 12), 124)
  header.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${octal(checkSum(header), 7)} `, 148, 'latin1')
  return Buffer.concat([header, body, Buffer.alloc(padding(body.length))])
}

/** What ends a tar. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)

/** Sum of the header's bytes, with its own eight places counted as spaces. */
function checkSum(header: Buffer): number {
  let sum = 8 * 32
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += header[at] ?? 0
  return sum
}

const numberAt = (header: Buffer, at: number, length: number): number =>
  Number.parseInt(header.toString('latin1', at, at + length).replaceAll(/[^0-7]/g, ''), 8)

const damaged = () => new Refusal('The backup is damaged: what is in it does not add up.')

/** The files of a tar, one at a time. Errors: cut off or damaged, in words. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteQueue(source)
  for (;;) {
    const header = await bytes.take(BLOCK)
    if (header === null) throw new Refusal('The backup is cut off: its end is missing.')
    if (header.every((byte) => byte === 0)) break
    const length = numberAt(header, 124, 12)
    const isFile = header.toString('latin1', 257, 262) === 'ustar' && header[156] === '0'.charCodeAt(0)
    if (!isFile || numberAt(header, 148, 8) !== checkSum(header) || !(length <= MAX_ENTRY_BYTES)) throw damaged()
    const body = await bytes.take(length + padding(length))
    if (body === null) throw new Refusal('The backup is cut off: its end is missing.')
    const end = header.indexOf(0)
    yield { name: header.toString('utf8', 0, Math.min(end, 100)), body: body.subarray(0, length) }
  }
  // To the very end: gzip's own check sum comes last.
  await bytes.drain()
}

class ByteQueue {
  private readonly source: AsyncIterator<Buffer>
  private chunks: Buffer[] = []
  private length = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** Exactly so many bytes, or null when there are no more. */
  async take(wanted: number): Promise<Buffer | null> {
    while (this.length < wanted) {
      const { done, value } = await this.source.next()
      if (done) return null
      this.chunks.push(value)
      this.length += value.length
    }
    const all = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks, this.length)
    this.chunks = [all.subarray(wanted)]
    this.length -= wanted
    return all.subarray(0, wanted)
  }

  async drain(): Promise<void> {
    while (!(await this.source.next()).done);
  }
}
