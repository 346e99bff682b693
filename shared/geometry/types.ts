/** Plan coordinates: whole millimetres, x to the east (right), y to the south (down). */
export type Point = readonly [x: number, y: number]
export type Polygon = readonly Point[]

/** [x, y, width, depth, rotation]: `x, y` is the corner nearest the origin before rotation; rotation in 1/100 degree clockwise about the centre. */
export type Place = readonly [x: number, y: number, width: number, depth: number, rotation: number]

export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}
