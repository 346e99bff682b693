const LENGTHS_MM = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000] as const

/** The longest round length that fits into so many pixels, for the scale bar in the status line. */
export function scaleBar(scale: number, maxPx = 120): { mm: number; px: number } {
  const mm = LENGTHS_MM.findLast((length) => length * scale <= maxPx) ?? LENGTHS_MM[0]
  return { mm, px: mm * scale }
}
