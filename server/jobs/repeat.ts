import type { Logger } from 'pino'
import { isDatabaseAway } from '#server/db/errors'

export interface Job {
  name: string
  everyMs: number
  run: (signal: AbortSignal) => Promise<unknown>
}

export interface RunningJob {
  /** Runs it now, or once more right after the run under way. */
  wake(): void
  /** Waits for the run under way. */
  stop(): Promise<void>
}

/** Runs the job again and again, never twice at a time; one that fails is tried again at its next turn. */
export function repeat({ name, everyMs, run }: Job, log: Logger): RunningJob {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let wanted = false

  const turn = () => {
    if (ending.signal.aborted) return
    if (running) {
      wanted = true
      return
    }
    clearTimeout(timer)
    running = run(ending.signal)
      .catch((error: unknown) => {
        if (!isDatabaseAway(error)) log.error({ err: error, job: name }, 'a job failed')
      })
      .then(() => {
        running = null
        if (ending.signal.aborted) return
        timer = setTimeout(turn, wanted ? 0 : everyMs)
        wanted = false
      })
  }
  turn()

  return {
    wake: turn,
    stop: async () => {
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}
