import { parseMetres } from '#shared/fairs/metres'
import { MM_PER_METRE } from '#shared/kernel/units'

/** Metres with as many decimals as there are millimetres, without grouping, so that it can be typed over. */
export const formatMetres = (mm: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false }).format(mm / MM_PER_METRE)

/** As `parseMetres`, with a sign: things may lie outside of their hall. */
export function parseSignedMetres(text: string): number | null {
  const found = /^\s*([-−+]?)\s*(.*?)\s*m?\s*$/.exec(text)
  const mm = parseMetres(found?.[2] ?? '')
  if (mm === null) return null
  return found?.[1] === '-' || found?.[1] === '−' ? -mm : mm
}

/** 1/100 degree as degrees. */
export const formatDegrees = (angle: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(angle / 100)

export function parseDegrees(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-').replace(/\s*°$/, '')
  return /^-?\d{1,4}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
