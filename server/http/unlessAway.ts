import { AppError } from '#shared/kernel/errors'

/** So long something may take before the database is asked whether it is there at all; and once it was found not to be. */
const PATIENCE_MS = 5000
const PATIENCE_WHILE_AWAY_MS = 500

/**
 * A database that stands still (a frozen machine, a cut cable) says nothing, and whoever asks it would wait for ever: they are
 * told so instead. One that merely takes its time is waited for, however long. `answers` asks it for a sign of life.
 */
export function createPatience(answers: () => Promise<boolean>) {
  let isAway = false
  let asking: Promise<boolean> | null = null

  /** Twice: this process itself may have been too busy to hear the first answer in time. */
  const ask = async (): Promise<boolean> => {
    isAway = !((await answers()) || (await answers()))
    asking = null
    return !isAway
  }

  return async function unlessAway<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    let isOver = false
    const away = new Promise<never>((_resolve, reject) => {
      const look = async () => {
        asking ??= ask()
        if (!(await asking)) reject(new AppError('DATABASE_AWAY'))
        else if (!isOver) wait()
      }
      const wait = () => {
        timer = setTimeout(() => void look(), isAway ? PATIENCE_WHILE_AWAY_MS : PATIENCE_MS)
      }
      wait()
    })
    try {
      return await Promise.race([work, away])
    } finally {
      isOver = true
      clearTimeout(timer)
    }
  }
}
