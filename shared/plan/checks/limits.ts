/** Default limits. Not legal advice: a venue's authority has the last word. */

/** 0.01 m²: what two shapes may share, or lie outside, before the check says so (L01, L02). */
export const AREA_TOLERANCE_MM2 = 10_000

/** Share of a booth that a column may take: beyond the first a warning, beyond the second an error (L03). */
export const COLUMN_SHARE = { warning: 0.05, error: 0.15 } as const

/** Floor in front of an exit that stays free is as deep as the exit is wide, and at least this (L11; NL art. 7.14, 2.0 m our own). */
export const EXIT_CLEAR_DEPTH_MM = 2000
