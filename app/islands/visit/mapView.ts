import type { Box, Point } from '#shared/geometry/types'
import {
  clampView,
  detailAt,
  fitView,
  middleOf,
  panBy,
  type View,
  viewBetween,
  viewBoxOf,
  wholeView,
  zoomAt,
} from '~/lib/planView/viewBox'

const GLIDE_MS = 180
const PIN_PX = 40
const KEY_STEP = 0.15
const ZOOM_STEP = 1.6

/** The part of the plan that the frame shows. Only this file writes the drawing's viewBox. */
export class MapView {
  private view: View
  private readonly whole: Box
  private frame = 0

  constructor(
    readonly element: HTMLElement,
    readonly svg: SVGSVGElement,
  ) {
    const [minX = 0, minY = 0, maxX = 1, maxY = 1] = (svg.dataset.whole ?? '').split(' ').map(Number)
    this.whole = { minX, minY, maxX, maxY }
    this.view = wholeView(this.whole, this.aspect)
    this.show(this.view)
    new ResizeObserver(() => this.resized()).observe(element)
    // Paper shows all of the hall, whatever one looks at.
    let seen = this.view
    addEventListener('beforeprint', () => {
      seen = this.view
      const { minX, minY, maxX, maxY } = this.whole
      svg.setAttribute('viewBox', viewBoxOf({ x: minX, y: minY, width: maxX - minX, height: maxY - minY }))
      svg.dataset.zoom = 'middle'
    })
    addEventListener('afterprint', () => this.show(seen))
  }

  /** Width by height of the frame; 1 while it is not shown. */
  private get aspect(): number {
    const { clientWidth, clientHeight } = this.element
    return clientWidth > 0 && clientHeight > 0 ? clientWidth / clientHeight : 1
  }

  private get millimetresPerPixel(): number {
    return this.view.width / Math.max(this.element.clientWidth, 1)
  }

  private resized(): void {
    if (this.element.clientWidth === 0) return
    const seen = this.view
    const [x, y] = middleOf(seen)
    const all = seen.width >= fitView(this.whole, seen.width / seen.height).width - 1
    if (all) this.show(wholeView(this.whole, this.aspect))
    else {
      const half = seen.width / 2
      this.show(clampView(fitView({ minX: x - half, maxX: x + half, minY: y, maxY: y }, this.aspect), this.whole))
    }
  }

  private show(view: View): void {
    this.view = view
    this.svg.setAttribute('viewBox', viewBoxOf(view))
    this.svg.dataset.zoom = detailAt(1000 / this.millimetresPerPixel)
    const pin = this.svg.querySelector('.plan-pin')
    const at = pin?.getAttribute('transform')?.match(/translate\([^)]*\)/)?.[0]
    if (pin && at) pin.setAttribute('transform', `${at} scale(${(this.millimetresPerPixel * PIN_PX) / 40})`)
  }

  /** Plan mm under a point of the window. */
  planPoint(clientX: number, clientY: number): Point {
    const box = this.element.getBoundingClientRect()
    return [
      this.view.x + (clientX - box.left) * this.millimetresPerPixel,
      this.view.y + (clientY - box.top) * this.millimetresPerPixel,
    ]
  }

  zoom(direction: 'in' | 'out', at: Point = middleOf(this.view)): void {
    this.glideTo(zoomAt(this.view, direction === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP, at, this.whole))
  }

  zoomBy(factor: number, at: Point): void {
    this.stop()
    this.show(zoomAt(this.view, factor, at, this.whole))
  }

  /** By pixels of the window: the plan follows the finger. */
  dragBy(dx: number, dy: number): void {
    this.stop()
    this.show(panBy(this.view, -dx * this.millimetresPerPixel, -dy * this.millimetresPerPixel, this.whole))
  }

  step(x: number, y: number): void {
    this.glideTo(panBy(this.view, x * this.view.width * KEY_STEP, y * this.view.height * KEY_STEP, this.whole))
  }

  all(): void {
    this.glideTo(wholeView(this.whole, this.aspect))
  }

  /** Brings a box into the middle of what `coverPx` at the bottom leave free, with `aroundMm` on each side; never further away than one is. */
  lookAt(box: Box, { aroundMm, coverPx, glide }: { aroundMm: number; coverPx: number; glide: boolean }): void {
    const grown = {
      minX: box.minX - aroundMm,
      minY: box.minY - aroundMm,
      maxX: box.maxX + aroundMm,
      maxY: box.maxY + aroundMm,
    }
    const wanted = fitView(grown, this.aspect)
    const width = Math.min(wanted.width, this.view.width)
    const half = width / 2
    const [x, y] = middleOf(wanted)
    const down = (coverPx / 2) * (width / Math.max(this.element.clientWidth, 1))
    const target = clampView(
      fitView({ minX: x - half, maxX: x + half, minY: y + down, maxY: y + down }, this.aspect),
      this.whole,
    )
    if (glide) this.glideTo(target)
    else this.show(target)
  }

  private stop(): void {
    cancelAnimationFrame(this.frame)
  }

  private glideTo(target: View): void {
    this.stop()
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.show(target)
      return
    }
    const from = this.view
    const start = performance.now()
    const tick = (now: number) => {
      const t = Math.min(1, (now - start) / GLIDE_MS)
      this.show(viewBetween(from, target, 1 - (1 - t) ** 3))
      if (t < 1) this.frame = requestAnimationFrame(tick)
    }
    this.frame = requestAnimationFrame(tick)
  }
}
