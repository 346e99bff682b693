import type { Box, Place } from '#shared/geometry/types'

export interface RowsOptions {
  boothWidthMm: number
  boothDepthMm: number
  /** Booths in a line before a cross aisle. */
  boothsPerBlock: number
  aisleMm: number
  /** Two lines that share their backs; otherwise an aisle behind every line. */
  backToBack: boolean
}

/** One line of booths, in reading order. */
export interface Row {
  places: Place[]
}

/** As many lines as fit, whatever the area: a slip of the hand must not make a million booths. */
const MAX_BOOTHS = 2000

/**
 * Lines of booths side by side along x, from the area's corner nearest the origin: the upper line of a block has its
 * front (the aisle) above, the lower one below. A block is followed by a cross aisle, a pair of lines by an aisle.
 * Areas higher than wide get lines along y instead.
 */
export function layoutRows(area: Box, options: RowsOptions): Row[] {
  const [width, depth] = [area.maxX - area.minX, area.maxY - area.minY]
  if (depth <= width) return layoutAlong(area.minX, area.minY, width, depth, options)
  return layoutAlong(area.minY, area.minX, depth, width, options).map(({ places }) => ({
    places: places.map(([along, across, w, d, rotation]): Place => {
      // A line along y is one along x, turned: the booth keeps its width and depth, its rotation says which way it faces.
      const [cx, cy] = [across + d / 2, along + w / 2]
      return [Math.round(cx - w / 2), Math.round(cy - d / 2), w, d, (rotation + 27_000) % 36_000]
    }),
  }))
}

function layoutAlong(x: number, y: number, width: number, depth: number, options: RowsOptions): Row[] {
  const { boothDepthMm, aisleMm, backToBack } = options
  const rows: Row[] = []
  let count = 0
  let top = y
  for (let line = 0; top + boothDepthMm <= y + depth; line++) {
    const places = lineOf(x, top, width, options)
    count += places.length
    if (places.length === 0 || count > MAX_BOOTHS) break
    // The second line of a pair turns its back to the first.
    const turned = backToBack && line % 2 === 1
    rows.push({ places: turned ? places.map(([px, py, w, d]): Place => [px, py, w, d, 18_000]) : places })
    top += boothDepthMm + (backToBack && line % 2 === 0 ? 0 : aisleMm)
  }
  return rows
}

function lineOf(x: number, y: number, width: number, options: RowsOptions): Place[] {
  const places: Place[] = []
  const perBlock = Math.max(1, options.boothsPerBlock)
  for (let i = 0; ; i++) {
    const left = x + i * options.boothWidthMm + Math.floor(i / perBlock) * options.aisleMm
    if (left + options.boothWidthMm > x + width || i >= MAX_BOOTHS) return places
    places.push([Math.round(left), Math.round(y), options.boothWidthMm, options.boothDepthMm, 0])
  }
}
