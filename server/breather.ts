/** Long enough to be worth it, short enough that nobody who edits meanwhile notices. */
const STRETCH_MS = 4

/**
 * For long work in pieces: call the function between them, and whatever else waits has its turn now and then. What is in no
 * hurry rests for some ms each time, which leaves the processor to the database too.
 */
export function createBreather(restMs = 0): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < STRETCH_MS) return
    await new Promise((resolve) => (restMs > 0 ? setTimeout(resolve, restMs) : setImmediate(resolve)))
    since = performance.now()
  }
}
