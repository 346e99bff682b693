import type { Deps } from '#server/deps'
import type { Services } from '#server/services'
import { PROJECTION_DELAY_MS, PROJECTION_DELAY_OTHERS_MS, PROJECTION_RETRY_MS } from '../limits'

/** Makes booth rows follow the log soon after it grew: all fairs that did, together, one pass at a time. */
export class Projector {
  private readonly due = new Map<string, number>()
  private timer: { at: number; handle: NodeJS.Timeout } | null = null
  private running: Promise<void> | null = null
  private closed = false

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Rows of this process, or of a service. */
  soon(fairId: string): void {
    this.want(fairId, PROJECTION_DELAY_MS)
  }

  /** Rows of another process, which does it itself if it lives. */
  inCase(fairId: string): void {
    this.want(fairId, PROJECTION_DELAY_OTHERS_MS)
  }

  /** Whatever the last processes left undone. */
  async catchUp(): Promise<void> {
    const behind = await this.deps.sql<{ id: string }[]>`
      select id from fairs where projected_position < log_position order by id`
    await this.project(behind.map((fair) => fair.id))
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.timer) clearTimeout(this.timer.handle)
    await this.running
  }

  private want(fairId: string, delay: number): void {
    const at = Math.min(performance.now() + delay, this.due.get(fairId) ?? Number.POSITIVE_INFINITY)
    this.due.set(fairId, at)
    if (!this.running) this.schedule(at)
  }

  private schedule(at: number): void {
    if (this.closed || (this.timer && this.timer.at <= at)) return
    if (this.timer) clearTimeout(this.timer.handle)
    const handle = setTimeout(() => {
      this.timer = null
      this.running = this.run().finally(() => {
        this.running = null
        if (this.due.size > 0) this.schedule(Math.min(...this.due.values()))
      })
    }, at - performance.now())
    this.timer = { at, handle }
  }

  private async run(): Promise<void> {
    // Whatever came in meanwhile goes along: a pass costs more than the fairs in it.
    const horizon = performance.now() + PROJECTION_DELAY_MS
    const ready = [...this.due].filter(([, at]) => at <= horizon).map(([fairId]) => fairId)
    for (const fairId of ready) this.due.delete(fairId)
    if (ready.length > 0) await this.project(ready)
  }

  private async project(fairIds: readonly string[]): Promise<void> {
    try {
      await this.services.documents.projectFairs(fairIds)
    } catch (error) {
      this.deps.log.error({ err: error, fairs: fairIds.length }, 'booth rows could not follow the plan; trying again')
      for (const fairId of fairIds) this.want(fairId, PROJECTION_RETRY_MS)
    }
  }
}
