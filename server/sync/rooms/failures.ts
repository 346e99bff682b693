const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 4000
/** A failure so long ago says nothing about now. */
const FORGET_MS = 60_000

/**
 * Rooms that fail again and again without storing anything, as on a full disk. Everyone comes back within a moment, is sent the
 * document, and fails anew: after the first time they are let in a little later each time.
 */
export class Failures {
  private readonly runs = new Map<string, { count: number; at: number }>()

  /** `hadStored`: something did get to disk since it was opened. */
  note(fairId: string, hadStored: boolean): void {
    const now = performance.now()
    for (const [id, { at }] of this.runs) if (now - at > FORGET_MS) this.runs.delete(id)
    const before = hadStored ? 0 : (this.runs.get(fairId)?.count ?? 0)
    this.runs.set(fairId, { count: before + 1, at: now })
  }

  /** Resolves when the room may be opened. */
  async over(fairId: string): Promise<void> {
    const run = this.runs.get(fairId)
    if (!run || run.count === 1) return
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (run.count - 2))
    const left = run.at + pause - performance.now()
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  }
}
