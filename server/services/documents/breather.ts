/** Long enough to be worth it, short enough that nobody who edits meanwhile notices. */
const STRETCH_MS = 4

/** For long work in pieces: call the function between them, and whatever else waits has its turn now and then. */
export function createBreather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < STRETCH_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
