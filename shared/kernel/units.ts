import type { Brand } from './ids'

/** Lengths are whole millimetres, angles whole hundredths of a degree, clockwise. */
export type Millimetres = Brand<number, 'mm'>
export type CentiDegrees = Brand<number, 'cdeg'>

export const FULL_TURN = 36_000
export const MM_PER_METRE = 1000
export const MM2_PER_M2 = 1_000_000

/** Angle brought into 0 ... 35,999. */
export const normaliseAngle = (angle: number): number => ((Math.round(angle) % FULL_TURN) + FULL_TURN) % FULL_TURN

/** Square metres with at most two decimals, from square millimetres. */
export const squareMetres = (mm2: number): number => Math.round(mm2 / 10_000) / 100
