/** Lengths that one can picture, in mm. */
const LENGTHS = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000]

/** The longest of the handy lengths that is at most a fifth of what is seen. */
export const scaleBarLength = (seenMm: number): number =>
  LENGTHS.findLast((length) => length <= seenMm / 5) ?? (LENGTHS[0] as number)
