import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** A page as it was rendered once, ready to be sent again. */
export interface KeptPage {
  version: string
  headers: Readonly<Record<string, string>>
  etag: string
  body: Buffer
  /** Made when first asked for, once. */
  encoded(encoding: Encoding): Promise<Buffer>
}

/** Between speed and size: a page is compressed once and sent often. */
const BROTLI_QUALITY = 7

export function keptPage(version: string, headers: Readonly<Record<string, string>>, body: Buffer): KeptPage {
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(body)]])
  const make = (encoding: Encoding): Promise<Buffer> =>
    encoding === 'br' ? toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }) : toGzip(body)
  return {
    version,
    headers,
    body,
    etag: `"${createHash('sha1').update(body).digest('base64url')}"`,
    encoded(encoding) {
      const known = made.get(encoding) ?? make(encoding)
      made.set(encoding, known)
      return known
    },
  }
}

/** The pages asked for last, up to so many bytes of HTML. */
export function keptPages(maxBytes: number) {
  const pages = new Map<string, KeptPage>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= pages.get(key)?.body.length ?? 0
    pages.delete(key)
  }
  return {
    /** The page under that key, if it is of this version. */
    find(key: string, version: string): KeptPage | null {
      const page = pages.get(key)
      if (!page) return null
      drop(key)
      if (page.version !== version) return null
      // Moved to the end: the one that was not asked for longest goes first.
      pages.set(key, page)
      bytes += page.body.length
      return page
    },
    keep(key: string, page: KeptPage): void {
      drop(key)
      pages.set(key, page)
      bytes += page.body.length
      for (const oldest of pages.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
    },
  }
}
