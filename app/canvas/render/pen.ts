import type { Box, Polygon } from '#shared/geometry/types'

export type Drawing = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws plan millimetres into a bitmap whose corner lies at (ox, oy) of the plan. All sizes in px are CSS pixels. */
export class Pen {
  private font = ''

  constructor(
    readonly g: Drawing,
    /** Device pixels per plan mm. */
    readonly k: number,
    readonly ox: number,
    readonly oy: number,
    /** Device pixels per CSS pixel. */
    readonly ratio: number,
  ) {
    g.setTransform(1, 0, 0, 1, 0, 0)
    g.textAlign = 'center'
    g.textBaseline = 'middle'
    g.lineJoin = 'round'
  }

  /** CSS pixels per mm. */
  get scale(): number {
    return this.k / this.ratio
  }

  x(mm: number): number {
    return (mm - this.ox) * this.k
  }

  y(mm: number): number {
    return (mm - this.oy) * this.k
  }

  /** Device pixels, whole, at least one. */
  line(px: number): number {
    return Math.max(1, Math.round(px * this.ratio))
  }

  setFont(px: number, weight: number, family: string): void {
    const font = `${weight} ${Math.round(px * this.ratio * 2) / 2}px ${family}`
    if (font !== this.font) this.g.font = this.font = font
  }

  path(ring: Polygon): void {
    const { g } = this
    g.beginPath()
    for (const [x, y] of ring) g.lineTo(this.x(x), this.y(y))
    g.closePath()
  }

  /** A box with sharp edges, `inset` device pixels smaller on every side. */
  fillBox({ minX, minY, maxX, maxY }: Box, colour: string, inset = 0): void {
    const [x0, y0] = [Math.round(this.x(minX)) + inset, Math.round(this.y(minY)) + inset]
    const [x1, y1] = [Math.round(this.x(maxX)) - inset, Math.round(this.y(maxY)) - inset]
    if (x1 <= x0 || y1 <= y0) return
    this.g.fillStyle = colour
    this.g.fillRect(x0, y0, x1 - x0, y1 - y0)
  }

  strokeRing(ring: Polygon, colour: string, px: number, dash: readonly number[] = []): void {
    this.path(ring)
    this.g.strokeStyle = colour
    this.g.lineWidth = this.line(px)
    this.g.setLineDash(dash.map((length) => length * this.ratio))
    this.g.stroke()
    if (dash.length > 0) this.g.setLineDash([])
  }

  fillRing(ring: Polygon, colour: string, alpha = 1): void {
    this.path(ring)
    this.g.globalAlpha = alpha
    this.g.fillStyle = colour
    this.g.fill()
    this.g.globalAlpha = 1
  }
}
