/** Draws at most once an animation frame, and sleeps while there is nothing to draw. */
export interface FrameLoop {
  wake(): void
  /** Wakes up later, for what ends by itself. */
  wakeIn(ms: number): void
  stop(): void
}

/** `frame` answers whether it wants another frame at once. */
export function createFrameLoop(frame: () => boolean): FrameLoop {
  let request = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const wake = () => {
    if (!stopped) request ||= requestAnimationFrame(run)
  }
  const run = () => {
    request = 0
    if (frame()) wake()
  }
  return {
    wake,
    wakeIn(ms) {
      if (stopped) return
      timer ??= setTimeout(() => {
        timer = undefined
        wake()
      }, ms)
    },
    stop() {
      stopped = true
      cancelAnimationFrame(request)
      clearTimeout(timer)
    },
  }
}
