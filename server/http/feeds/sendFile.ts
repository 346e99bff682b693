import type { Request, Response } from 'express'
import type { PublicFile } from '#server/services/feeds/programmeFile'
import { readerHas } from './readerHas'

/** Types by the end of a file's name. */
const TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

/** Compressed where the reader takes it, 304 where the reader has it already. Anybody's page may read it. */
export function sendFile(request: Request, response: Response, file: PublicFile, name: string): void {
  const { bytes, gzipped, etag, modifiedAt, restricted } = file
  const ending = name.slice(name.lastIndexOf('.') + 1)
  response.set({
    'Content-Type': TYPES[ending] ?? 'application/octet-stream',
    'Content-Disposition': `${ending === 'csv' ? 'attachment' : 'inline'}; filename="${name}"`,
    // Kept, and asked for again each time: a talk that moved is not shown at its old hour.
    'Cache-Control': restricted ? 'private, no-cache' : 'public, no-cache',
    'Last-Modified': modifiedAt.toUTCString(),
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    ETag: etag,
  })
  response.vary('Accept-Language').vary('Accept-Encoding')
  if (restricted) response.vary('Cookie')
  if (readerHas(request, etag, modifiedAt)) return void response.status(304).end()
  const compressed = request.acceptsEncodings('gzip', 'identity') === 'gzip'
  if (compressed) response.set('Content-Encoding', 'gzip')
  response.send(compressed ? gzipped : bytes)
}
