import type { Box } from '#shared/geometry/types'
import { Bitmap } from './bitmap'
import { paintItem } from './paintItem'
import { byLevel, type PlanModel } from './planModel'
import type { PlanTheme } from './theme'

/** How many things are painted before looking at the clock. */
const BATCH = 32

interface Job {
  steps: Iterator<void>
  /** Parts that changed while the job ran: mended when it is done. */
  late: Box[]
}

/** A bitmap that is shown while its successor is painted, a little in each frame. */
export class Buffered {
  front: Bitmap | null = null
  private back: Bitmap
  private job: Job | null = null

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly ratio: number,
    private readonly model: () => PlanModel,
    private readonly theme: () => PlanTheme,
  ) {
    this.back = new Bitmap(width, height, ratio)
  }

  /** The one being painted, if any. */
  get pending(): Bitmap | null {
    return this.job && this.back
  }

  start(k: number, ox: number, oy: number): void {
    this.back.reset(k, ox, oy)
    this.job = { steps: this.paint(this.back), late: [] }
  }

  /** Paints until the time is over; true when the new bitmap has just come to the front. */
  run(until: number): boolean {
    if (!this.job) return false
    do {
      if (!this.job.steps.next().done) continue
      const { late } = this.job
      const done = this.back
      this.back = this.front ?? new Bitmap(this.width, this.height, this.ratio)
      this.front = done
      this.job = null
      for (const box of late) this.mend(box)
      return true
    } while (performance.now() < until)
    return false
  }

  /** Paints a part again, from the model as it is now. */
  mend(box: Box): void {
    if (this.job) this.job.late.push(box)
    this.front?.within(box, (pen) => {
      for (const item of this.model().coldIn(box)) paintItem(pen, item, this.theme())
    })
  }

  private *paint(bitmap: Bitmap): Generator<void> {
    const items = this.model().cold.search(bitmap.box).sort(byLevel)
    yield
    const pen = bitmap.pen()
    for (let i = 0; i < items.length; i++) {
      const item = items[i]
      // It may have become hot in the meantime: then it is drawn elsewhere.
      if (item && this.model().cold.has(item)) paintItem(pen, item, this.theme())
      if (i % BATCH === BATCH - 1) yield
    }
  }
}
