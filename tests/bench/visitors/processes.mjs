// What processes have used, from Linux's /proc.
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

const statOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Seconds of CPU that a process has used, with its children that have ended. */
export function cpuOf(pid) {
  const fields = statOf(pid)
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS_A_SECOND
}

export const rssMib = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

/** A process and those it started that are there now. */
export function family(pid) {
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && Number(statOf(name)[1]) === pid
    } catch {
      return false
    }
  })
  return [pid, ...children.map(Number)]
}

export const cpuOfFamily = (pid) => family(pid).reduce((sum, one) => sum + cpuOf(one), 0)
