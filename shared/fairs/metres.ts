import { MM_PER_METRE } from '#shared/kernel/units'

/** Metres as people type them (12, 12.5 or 12,50) in whole millimetres; null for anything else. */
export function parseMetres(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(plain)) return null
  return Math.round(Number(plain) * MM_PER_METRE)
}
