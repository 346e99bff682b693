import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

interface ProcessRow {
  pid: number
  parent: number
  /** Ended, but its parent has not asked how. */
  isZombie: boolean
}

/** Below /proc where there is one: small images have no `ps`. */
const HAS_PROC = existsSync('/proc/self/stat')

function readRow(pid: number): ProcessRow | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may hold anything.
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(parent), isZombie: state === 'Z' || state === 'X' }
  } catch {
    // It ended while it was looked at.
    return null
  }
}

function readTable(): ProcessRow[] {
  if (HAS_PROC) {
    const pids = readdirSync('/proc').map(Number).filter(Boolean)
    return pids.map(readRow).filter((row) => row !== null)
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), isZombie: state?.startsWith('Z') ?? false }
  })
}

export const childrenOf = (pid: number): number[] =>
  readTable()
    .filter((row) => row.parent === pid && !row.isZombie)
    .map((row) => row.pid)

export function isGone(pid: number): boolean {
  const row = HAS_PROC ? readRow(pid) : readTable().find((one) => one.pid === pid)
  return !row || row.isZombie
}
