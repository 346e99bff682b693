import type { Response } from 'express'

export interface Rendered {
  headers: Record<string, string>
  body: Buffer
}

/** Headers of a page that are the same for whoever gets it. */
const KEPT_HEADERS = ['content-type', 'cache-control', 'vary']

/**
 * Holds back what `render` writes to the response until it is whole. A page is handed to the caller, who sends it; anything else
 * (an error page, a redirect) goes out as it is, and the answer is null.
 */
export function renderOnce(response: Response, render: () => void): Promise<Rendered | null> {
  const chunks: Buffer[] = []
  const { write, end } = response
  const take = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  return new Promise((resolve) => {
    const restore = () => {
      response.write = write
      response.end = end
      response.off('close', lost)
    }
    const lost = () => {
      restore()
      resolve(null)
    }
    response.on('close', lost)
    response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
      take(chunk, encoding)
      const called = typeof encoding === 'function' ? encoding : done
      if (typeof called === 'function') called()
      return true
    }) as Response['write']
    response.end = ((chunk?: unknown, encoding?: unknown) => {
      take(chunk, encoding)
      restore()
      const body = Buffer.concat(chunks)
      const isPage = response.statusCode === 200 && String(response.getHeader('content-type')).startsWith('text/html')
      if (isPage) {
        const headers = KEPT_HEADERS.flatMap((name) => {
          const value = response.getHeader(name)
          return value === undefined ? [] : [[name, String(value)] as const]
        })
        resolve({ headers: Object.fromEntries(headers), body })
      } else {
        response.end(body)
        resolve(null)
      }
      return response
    }) as Response['end']
    render()
  })
}
