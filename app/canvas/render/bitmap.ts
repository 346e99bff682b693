import type { Box } from '#shared/geometry/types'
import { type Drawing, Pen } from './pen'

/** A prerendered part of the plan: covers the plan from (ox, oy) at k device pixels per mm. */
export class Bitmap {
  readonly canvas: OffscreenCanvas
  private readonly g: OffscreenCanvasRenderingContext2D
  k = 0
  ox = 0
  oy = 0

  constructor(
    width: number,
    height: number,
    private readonly ratio: number,
  ) {
    this.canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height))
    const g = this.canvas.getContext('2d')
    if (!g) throw new Error('this browser gives no 2d context')
    this.g = g
  }

  get box(): Box {
    const { width, height } = this.canvas
    return { minX: this.ox, minY: this.oy, maxX: this.ox + width / this.k, maxY: this.oy + height / this.k }
  }

  pen(): Pen {
    return new Pen(this.g, this.k, this.ox, this.oy, this.ratio)
  }

  reset(k: number, ox: number, oy: number): void {
    this.k = k
    this.ox = ox
    this.oy = oy
    this.g.setTransform(1, 0, 0, 1, 0, 0)
    this.g.clearRect(0, 0, this.canvas.width, this.canvas.height)
  }

  /** Empties a part and draws there only. */
  within(box: Box, draw: (pen: Pen) => void): void {
    if (this.k === 0) return
    const { g } = this
    const pen = this.pen()
    const [x0, y0] = [Math.floor(pen.x(box.minX)) - 2, Math.floor(pen.y(box.minY)) - 2]
    const [x1, y1] = [Math.ceil(pen.x(box.maxX)) + 2, Math.ceil(pen.y(box.maxY)) + 2]
    if (x1 < 0 || y1 < 0 || x0 > this.canvas.width || y0 > this.canvas.height) return
    g.save()
    g.beginPath()
    g.rect(x0, y0, x1 - x0, y1 - y0)
    g.clip()
    g.clearRect(x0, y0, x1 - x0, y1 - y0)
    draw(pen)
    g.restore()
  }

  /** Onto a canvas that shows the plan at k with its corner at (ox, oy); only the part that can be seen. */
  blit(onto: Drawing, view: { k: number; ox: number; oy: number; width: number; height: number }): void {
    if (this.k === 0) return
    const ratio = view.k / this.k
    onto.imageSmoothingEnabled = Math.abs(ratio - 1) > 1e-3
    const [dx, dy] = [(this.ox - view.ox) * view.k, (this.oy - view.oy) * view.k]
    const [sx, sy] = [Math.max(0, -dx / ratio), Math.max(0, -dy / ratio)]
    const width = Math.min(this.canvas.width - sx, view.width / ratio + 1)
    const height = Math.min(this.canvas.height - sy, view.height / ratio + 1)
    if (width <= 0 || height <= 0) return
    // At the scale it was made for, whole pixels keep it sharp.
    const snap = (value: number) => (onto.imageSmoothingEnabled ? value : Math.round(value))
    onto.drawImage(
      this.canvas,
      sx,
      sy,
      width,
      height,
      snap(dx + sx * ratio),
      snap(dy + sy * ratio),
      width * ratio,
      height * ratio,
    )
  }
}
