import { Refusal } from './backupFormat'

/** After this the process ends whatever still hangs; the database takes back what was not finished. */
const PATIENCE_MS = 10_000

/** Aborts when the process is asked to end, so that it can leave nothing behind. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    controller.abort(new Refusal('Stopped half-way: nothing was kept of this attempt.'))
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, stop)
  return controller.signal
}
