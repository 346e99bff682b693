import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Real files beside the project, which not every machine has: null, and a word about it, where they are missing. */
export function sharedData(path: string): Buffer | null {
  if (existsSync(FOLDER + path)) return readFileSync(FOLDER + path)
  console.info(`not looked at, since it is not on this machine: ../shared/data/${path}`)
  return null
}

/** Where it is, for programs that read it themselves. */
export const sharedDataPath = (path: string): string => FOLDER + path
