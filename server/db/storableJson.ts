import type { Json } from '#shared/document/patch'

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; both become the replacement character. */
const storableText = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed()

/** The value as jsonb can store it. For content that organisers' programs wrote into the document, where nothing was checked at a form. */
export function storableJson<T>(value: T): T {
  return clean(value as Json) as T
}

function clean(value: Json): Json {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[storableText(key), clean(inner)]])),
  )
}
