/** Lets so many in at once; the others wait in line. A flood at the door must not take the database from those inside. */
export function createDoor(width: number) {
  const line: (() => void)[] = []
  let free = width
  return async <T>(pass: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => line.push(resolve))
    try {
      return await pass()
    } finally {
      const next = line.shift()
      if (next) next()
      else free++
    }
  }
}
