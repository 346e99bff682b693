// Starts a server as a child process, waits for its port, reads its CPU time and memory from /proc.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import { sleep } from './stats.mjs'

const TICKS_PER_SECOND = 100
const PAGE = 4096

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const stat = (pid) => {
  const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ') // [0] is field 3, the state
}

/** The process and all its descendants. */
export const tree = (pid) => {
  const children = new Map()
  for (const entry of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const parent = Number(stat(entry)[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
    } catch {
      /* ended meanwhile */
    }
  }
  const all = [pid]
  for (let i = 0; i < all.length; i++) all.push(...(children.get(all[i]) ?? []))
  return all
}

/** User and system CPU seconds of the given processes, including their reaped children. */
export const cpuSeconds = (pids) =>
  pids.reduce((sum, pid) => {
    try {
      const s = stat(pid)
      return sum + (Number(s[11]) + Number(s[12]) + Number(s[13]) + Number(s[14])) / TICKS_PER_SECOND
    } catch {
      return sum
    }
  }, 0)

/** Busy CPU seconds of the whole machine, for spotting foreign load. */
export const machineBusySeconds = () => {
  const [user, nice, system, , , irq, softirq, steal] = fs
    .readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND
}

/**
 * Memory of the given processes: their proportional shares (PSS), so that what PostgreSQL's processes share is not counted
 * once for each of them; the resident set where the kernel does not tell shares.
 */
export const memoryMiB = (pids) => pids.reduce((sum, pid) => sum + (shareMiB(pid) ?? residentMiB(pid) ?? 0), 0)

const shareMiB = (pid) => {
  try {
    const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]) / 1024
  } catch {
    return null
  }
}
const residentMiB = (pid) => {
  try {
    return (Number(stat(pid)[21]) * PAGE) / 2 ** 20
  } catch {
    return null
  }
}

let haveTaskset
export const taskset = () => {
  if (haveTaskset === undefined) {
    try {
      execFileSync('taskset', ['-V'])
      haveTaskset = true
    } catch {
      haveTaskset = false
    }
  }
  return haveTaskset
}

const canConnect = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

export class ServerProcess {
  /**
   * @param {object} target see targets.mjs
   * @param {{port: number, dataDir: string, cpus: string|null, logFile: string}} context
   */
  constructor(target, context) {
    this.target = target
    this.context = context
    this.child = null
  }

  /** Base URL the clients connect to. */
  get url() {
    return this.target.url ?? `ws://127.0.0.1:${this.context.port}${this.target.path ?? ''}`
  }

  async start() {
    if (this.target.url) return this
    this.exitStatus = undefined
    const { command, args = [], env = {}, cwd } = this.target.start(this.context)
    const pinned = this.context.cpus !== null && taskset()
    const log = fs.openSync(this.context.logFile, 'a')
    this.child = spawn(pinned ? 'taskset' : command, pinned ? ['-c', this.context.cpus, command, ...args] : args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      cwd,
      stdio: ['ignore', log, log],
    })
    fs.closeSync(log)
    this.exited = new Promise((resolve) =>
      this.child.on('exit', (code, signal) => {
        this.exitStatus = signal ?? code
        resolve()
      }),
    )
    for (let i = 0; i < 300; i++) {
      if (this.exitStatus !== undefined)
        throw new Error(`${this.target.name} exited at start (${this.exitStatus}), see ${this.context.logFile}`)
      if (await canConnect(this.context.port)) {
        await this.target.ready?.(this.context)
        await sleep(300)
        return this
      }
      await sleep(50)
    }
    await this.kill()
    throw new Error(`${this.target.name} did not open port ${this.context.port}`)
  }

  /** Process ids whose CPU and memory are charged to the server (e.g. also its database). */
  pids() {
    const roots = [this.child?.pid ?? this.target.pid, ...this.databasePids()].filter(Boolean)
    return [...new Set(roots.flatMap(tree))]
  }

  /** Processes beside the server's own tree that are charged to it: its database. */
  databasePids() {
    return this.target.extraPids?.(this.context) ?? []
  }

  /** kill -9 of the database, the server going on. */
  killDatabase() {
    for (const pid of new Set(this.databasePids().flatMap(tree))) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        /* went with another of them */
      }
    }
  }

  async kill(signal = 'SIGKILL') {
    if (!this.child) return
    if (this.exitStatus === undefined) {
      this.child.kill(signal)
      const gone = await Promise.race([this.exited.then(() => true), sleep(5000).then(() => false)])
      if (!gone) {
        this.child.kill('SIGKILL')
        await this.exited
      }
    }
    this.child = null
  }
}
