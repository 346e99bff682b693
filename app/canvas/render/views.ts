import type { Box } from '#shared/geometry/types'
import type { Viewport } from '../editor/types'
import type { Bitmap } from './bitmap'
import { Buffered } from './buffered'
import type { PlanModel } from './planModel'
import type { PlanTheme } from './theme'

/** Floor painted beyond the edges of the screen, CSS pixels: so far one can pan before the overview shows through. */
const MARGIN_PX = 256
/** The view has come to rest after so many ms: only then it is worth painting anew. */
const REST_MS = 80
/** Stretched beyond these the detail is painted anew although the view still moves. */
const STRETCH = { most: 1.6, least: 0.6 } as const
/** Stretched beyond these the overview alone looks better. */
const USABLE = { most: 4, least: 0.25 } as const

export interface ViewSize {
  /** CSS pixels. */
  width: number
  height: number
  ratio: number
}

/**
 * Two bitmaps of the plan: the whole hall at the size of the screen, and what can be seen now, sharp and with a margin.
 * While the detail is being painted the view shows the old one stretched over the overview.
 */
export class Views {
  private readonly overview: Buffered
  private readonly detail: Buffered
  private covered: Box | null = null
  /** Parts that changed and wait to be painted again: many at once must not hold up a frame. */
  private readonly mends: Box[] = []

  constructor(
    private readonly size: ViewSize,
    private readonly model: () => PlanModel,
    theme: () => PlanTheme,
  ) {
    const { width, height, ratio } = size
    this.overview = new Buffered(Math.ceil(width * ratio), Math.ceil(height * ratio), ratio, model, theme)
    const margin = 2 * MARGIN_PX
    this.detail = new Buffered(
      Math.ceil((width + margin) * ratio),
      Math.ceil((height + margin) * ratio),
      ratio,
      model,
      theme,
    )
  }

  mend(box: Box): void {
    this.mends.push(box)
  }

  /** Everything is to be painted anew; what is there stays until then. */
  renew(viewport: Viewport): void {
    this.mends.length = 0
    this.startOverview()
    this.startDetail(viewport)
  }

  /**
   * Decides what to paint, paints for a while. Tells whether something new is to be shown, and whether there is more to
   * do.
   */
  work(viewport: Viewport, sinceMoved: number, until: number): { shown: boolean; more: boolean } {
    if (!sameBox(this.covered, this.model().bounds)) this.startOverview()
    const { front, pending } = this.detail
    const sharp = this.fits(front, viewport)
    if (!sharp && !this.fits(pending, viewport) && this.isTime(front, pending, viewport, sinceMoved)) {
      this.startDetail(viewport)
    }
    const mended = this.runMends(until)
    const shownOverview = this.overview.run(until)
    const shownDetail = this.detail.run(Math.max(until, performance.now() + 1))
    const painting = this.overview.pending !== null || this.detail.pending !== null || this.mends.length > 0
    return { shown: mended || shownOverview || shownDetail, more: painting || !this.fits(this.detail.front, viewport) }
  }

  /** True when something was painted. */
  private runMends(until: number): boolean {
    let count = 0
    for (const box of this.mends) {
      if (count > 0 && performance.now() >= until) break
      this.overview.mend(box)
      this.detail.mend(box)
      count++
    }
    this.mends.splice(0, count)
    return count > 0
  }

  /** From the bottom to the top: what to blit for this view. */
  bitmaps(viewport: Viewport): Bitmap[] {
    const [overview, detail] = [this.overview.front, this.detail.front]
    const stretch = detail ? this.deviceScale(viewport) / detail.k : 0
    const usable = detail !== null && stretch > USABLE.least
    const enough = usable && stretch < USABLE.most && this.covers(detail, viewport)
    return [...(overview && !enough ? [overview] : []), ...(usable ? [detail] : [])]
  }

  private deviceScale = (viewport: Viewport): number => viewport.scale * this.size.ratio

  private isTime(front: Bitmap | null, pending: Bitmap | null, viewport: Viewport, sinceMoved: number): boolean {
    const k = this.deviceScale(viewport)
    const moving = sinceMoved < REST_MS
    const good = (bitmap: Bitmap) =>
      k / bitmap.k < STRETCH.most && k / bitmap.k > STRETCH.least && this.covers(bitmap, viewport)
    // A job that will be good enough is not thrown away while the view moves on.
    if (pending && moving && good(pending)) return false
    return !front || !moving || !good(front)
  }

  private fits(bitmap: Bitmap | null, viewport: Viewport): boolean {
    return (
      bitmap !== null && Math.abs(this.deviceScale(viewport) / bitmap.k - 1) < 1e-6 && this.covers(bitmap, viewport)
    )
  }

  /** Whether a bitmap holds all of the plan that can be seen. */
  private covers(bitmap: Bitmap, { scale, x, y, width, height }: Viewport): boolean {
    const { bounds } = this.model()
    const { box } = bitmap
    const slack = 1 / scale
    return (
      Math.max(bounds.minX, -x / scale) >= box.minX - slack &&
      Math.max(bounds.minY, -y / scale) >= box.minY - slack &&
      Math.min(bounds.maxX, (width - x) / scale) <= box.maxX + slack &&
      Math.min(bounds.maxY, (height - y) / scale) <= box.maxY + slack
    )
  }

  private startOverview(): void {
    const { bounds } = this.model()
    const { width, height, ratio } = this.size
    this.covered = bounds
    const k = ratio * Math.min(width / (bounds.maxX - bounds.minX), height / (bounds.maxY - bounds.minY))
    this.overview.start(k, bounds.minX, bounds.minY)
  }

  private startDetail(viewport: Viewport): void {
    const { scale, x, y } = viewport
    this.detail.start(this.deviceScale(viewport), -(x + MARGIN_PX) / scale, -(y + MARGIN_PX) / scale)
  }
}

const sameBox = (a: Box | null, b: Box): boolean =>
  a !== null && a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY
