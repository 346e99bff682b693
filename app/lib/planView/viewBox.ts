import type { Box, Point } from '#shared/geometry/types'

/** The part of the plan that is seen, in plan mm; as an SVG viewBox has it. */
export interface View {
  x: number
  y: number
  width: number
  height: number
}

/** Closest that one can look: 5 m across fill the frame. */
export const CLOSEST_MM = 5000

/** The smallest view of the frame's shape (`aspect`: width by height) that shows all of the box, with the box in its middle. */
export function fitView({ minX, minY, maxX, maxY }: Box, aspect: number): View {
  const width = Math.max(maxX - minX, (maxY - minY) * aspect, 1)
  const height = width / aspect
  return { x: (minX + maxX - width) / 2, y: (minY + maxY - height) / 2, width, height }
}

/** All of the plan: in the middle of a wide frame, at the top of a high one, where one sees it first. */
export function wholeView(whole: Box, aspect: number): View {
  const view = fitView(whole, aspect)
  return view.height > whole.maxY - whole.minY ? { ...view, y: whole.minY } : view
}

/** Brings a view back between the closest look and the whole plan, and its middle back over the plan. */
export function clampView(view: View, whole: Box): View {
  const aspect = view.width / view.height
  const all = wholeView(whole, aspect)
  const width = Math.min(Math.max(view.width, Math.min(CLOSEST_MM, all.width)), all.width)
  const height = width / aspect
  const between = (value: number, low: number, high: number) =>
    low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high)
  const middleX = between(view.x + view.width / 2, whole.minX + width / 4, whole.maxX - width / 4)
  const middleY = between(view.y + view.height / 2, whole.minY + height / 4, whole.maxY - height / 4)
  if (width >= all.width) return all
  return { x: middleX - width / 2, y: middleY - height / 2, width, height }
}

/** Nearer (factor above 1) or further, with the point under the fingers staying where it is. */
export function zoomAt(view: View, factor: number, [x, y]: Point, whole: Box): View {
  const all = fitView(whole, view.width / view.height)
  const width = Math.min(Math.max(view.width / factor, CLOSEST_MM), all.width)
  const share = width / view.width
  return clampView(
    { x: x - (x - view.x) * share, y: y - (y - view.y) * share, width, height: view.height * share },
    whole,
  )
}

export const panBy = (view: View, dx: number, dy: number, whole: Box): View =>
  clampView({ ...view, x: view.x + dx, y: view.y + dy }, whole)

export const middleOf = ({ x, y, width, height }: View): Point => [x + width / 2, y + height / 2]

/** Between two views, `t` from 0 to 1; sizes in even ratios, so that it looks even. */
export function viewBetween(from: View, to: View, t: number): View {
  const ratio = to.width / from.width
  const width = from.width * ratio ** t
  const height = width * (to.height / to.width)
  const share = ratio === 1 ? t : (width - from.width) / (to.width - from.width)
  const [fromX, fromY] = middleOf(from)
  const [toX, toY] = middleOf(to)
  return {
    x: fromX + (toX - fromX) * share - width / 2,
    y: fromY + (toY - fromY) * share - height / 2,
    width,
    height,
  }
}

export const viewBoxOf = ({ x, y, width, height }: View): string => [x, y, width, height].map(Math.round).join(' ')

/** How much is written on the plan at so many pixels a metre: see plan.css. */
export function detailAt(pixelsPerMetre: number): 'far' | 'middle' | 'near' {
  if (pixelsPerMetre < 7.5) return 'far'
  return pixelsPerMetre < 28 ? 'middle' : 'near'
}
