import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

export interface RenderedFile {
  bytes: Buffer
  gzipped: Buffer
  etag: string
  /** When it was first made like this; not before what it tells of. */
  modifiedAt: Date
}

const compress = promisify(gzip)

export async function renderedFile(text: string, modifiedAt: Date): Promise<RenderedFile> {
  const bytes = Buffer.from(text)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27)
  // Weak, since the same tag stands for the bytes as they are and for the compressed ones.
  return { bytes, gzipped: await compress(bytes), etag: `W/"${hash}"`, modifiedAt }
}

/** Bytes that one process keeps; the programme of 943 talks in all files and one language takes about 8 MB. */
const MAX_BYTES = 100_000_000

export interface Wanted {
  key: string
  /** What it is made of; decoded releases are kept, so that the same release is the same object. */
  release: object
  version: string
}

/** Files as they were made, the latest version of each; whoever was not asked for longest goes first. */
export function createFileCache() {
  const kept = new Map<string, Wanted & { file: Promise<RenderedFile>; size: number }>()
  let total = 0
  const drop = (key: string) => {
    total -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  /** Several who ask at once wait for one making of it. */
  return async ({ key, release, version }: Wanted, make: () => Promise<RenderedFile>): Promise<RenderedFile> => {
    const found = kept.get(key)
    if (found?.version === version && found.release === release) {
      kept.delete(key)
      kept.set(key, found)
      return await found.file
    }
    drop(key)
    const entry = { key, release, version, file: make(), size: 0 }
    kept.set(key, entry)
    try {
      const file = await entry.file
      if (kept.get(key) === entry) {
        entry.size = file.bytes.length + file.gzipped.length
        total += entry.size
        for (const oldest of kept.keys()) {
          if (total <= MAX_BYTES || oldest === key) break
          drop(oldest)
        }
      }
      return file
    } catch (error) {
      if (kept.get(key) === entry) drop(key)
      throw error
    }
  }
}
