/** SHA-1 (RFC 3174), for names only: whoever needs secrecy needs another. */
function sha1(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 4, bytes.length * 8)
  view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000))
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const words = new Uint32Array(80)
  for (let block = 0; block < length; block += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getUint32(block + index * 4)
    for (let index = 16; index < 80; index++) {
      const mixed = at(words, index - 3) ^ at(words, index - 8) ^ at(words, index - 14) ^ at(words, index - 16)
      words[index] = rotated(mixed, 1)
    }
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number]
    for (let index = 0; index < 80; index++) {
      const [mix, constant] = roundOf(index, b, c, d)
      const next = (rotated(a, 5) + mix + e + constant + at(words, index)) >>> 0
      ;[e, d, c, b, a] = [d, c, rotated(b, 30), a, next]
    }
    for (const [index, value] of [a, b, c, d, e].entries()) state[index] = at(state, index) + value
  }
  const digest = new Uint8Array(20)
  const out = new DataView(digest.buffer)
  for (const [index, value] of state.entries()) out.setUint32(index * 4, value)
  return digest
}

const at = (words: Uint32Array, index: number): number => words[index] ?? 0
const rotated = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0

function roundOf(index: number, b: number, c: number, d: number): [mix: number, constant: number] {
  if (index < 20) return [(b & c) | (~b & d), 0x5a827999]
  if (index < 40) return [b ^ c ^ d, 0x6ed9eba1]
  if (index < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
  return [b ^ c ^ d, 0xca62c1d6]
}

/** The namespace of RFC 9562 for addresses. */
const NAMESPACE_URL = '6ba7b8119dad11d180b400c04fd430c8'
const NAMESPACE = Uint8Array.from(NAMESPACE_URL.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const digestOf = (name: string): Uint8Array => {
  const text = new TextEncoder().encode(name)
  const bytes = new Uint8Array(NAMESPACE.length + text.length)
  bytes.set(NAMESPACE)
  bytes.set(text, NAMESPACE.length)
  return sha1(bytes)
}

/** UUID version 5 of a name: the same name, the same UUID, for ever. */
export function nameUuid(name: string): string {
  const bytes = digestOf(name).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** 1 to 2,147,483,647, which the programs that keep numbers in 32 bits can hold too. */
export const nameNumber = (name: string): number => {
  const [a = 0, b = 0, c = 0, d = 0] = digestOf(name)
  return ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d || 1
}
