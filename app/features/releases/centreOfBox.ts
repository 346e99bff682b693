import type { Box, Point } from '#shared/geometry/types'

export const centreOfBox = ({ minX, minY, maxX, maxY }: Box): Point => [
  Math.round((minX + maxX) / 2),
  Math.round((minY + maxY) / 2),
]
