/** Colours of the plan as the canvas takes them (any CSS colour without variables), one set for light and one for dark. */
export interface PlanTheme {
  /** Around the hall. */
  outside: string
  floor: string
  hallEdge: string
  gridMinor: string
  gridMajor: string
  /** A booth without a sector. */
  booth: string
  boothEdge: string
  ink: string
  inkSoft: string
  wall: string
  column: string
  entrance: string
  emergency: string
  stage: string
  meetingPoint: string
  accent: string
  /** On the accent colour. */
  accentInk: string
  guide: string
  error: string
  warning: string
  /** Fill of a booth by its sector's tint, 0 ... 19; the ink above reads on each. */
  tints: readonly string[]
  /** Hatching and marks of booths by status. */
  status: { held: string; claimed: string; confirmed: string; blocked: string }
  /** Names are written in white (light theme) or near-black (dark) on these. */
  cursors: readonly string[]
  cursorInk: string
  fontFamily: string
}
