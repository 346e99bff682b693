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
  /** Fill of a booth that nobody can have. */
  blocked: string
  /** People's colours, by `RemotePerson.colour`; their names are written on them in `cursorInk`. */
  cursors: readonly string[]
  cursorInk: string
  fontFamily: string
}
