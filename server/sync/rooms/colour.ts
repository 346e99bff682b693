/** Size of the palette of cursor colours. */
const COLOURS = 12

/** The same for a person everywhere (FNV-1a, 32 bits). */
export function colourOf(accountId: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < accountId.length; n++) hash = Math.imul(hash ^ accountId.charCodeAt(n), 0x01000193)
  return (hash >>> 0) % COLOURS
}
