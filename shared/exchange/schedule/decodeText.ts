export type DecodedText = { ok: true; text: string; guessed: boolean } | { ok: false; encoding: string }

const BYTE_ORDER_MARKS: readonly [label: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a file: as its byte order mark says, else as its XML declaration says, else UTF-8, and where it is not that,
 * Windows-1252, which is what spreadsheets of this part of the world write.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [marked] = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? []
  const declared = marked ?? declaredEncoding(bytes)
  if (declared !== null) {
    const text = decode(bytes, declared)
    return text === null ? { ok: false, encoding: declared } : { ok: true, text, guessed: false }
  }
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null) return { ok: true, text: utf8, guessed: false }
  return { ok: true, text: decode(bytes, 'windows-1252') ?? '', guessed: true }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/.exec(start)?.[1]?.toLowerCase() ?? null
}

/** Null: the bytes are none of that encoding, or nobody knows it. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
