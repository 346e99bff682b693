import { type ChildProcess, spawn } from 'node:child_process'
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { connect, type Sql } from './client'
import { findPostgres, type PostgresBinaries } from './postgresBinaries'

/** uid and gid of `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 }
const DATABASE = 'beursvloer'
const MAX_SOCKET_PATH = 107
/** No network, and a socket that other people's programs on this machine cannot open: the cluster asks for no password. */
const SETTINGS = ['listen_addresses=', 'unix_socket_permissions=0700', 'shared_buffers=64MB', 'max_connections=100']

export interface EmbeddedOptions {
  /** Folder of ours; the cluster goes into `postgres/` below it. */
  dataDir: string
  onLog?: (line: string) => void
  /** Extra settings, as `name=value`. */
  settings?: string[]
}

export interface EmbeddedPostgres {
  socketFolder: string
  /** Process id of the server, whoever started it. */
  pid: number
  database: string
  /** Ends when the server process does; `asked` tells whether by `stop`. */
  onExit(listener: () => void): void
  stop(): Promise<void>
}

/**
 * Starts a real PostgreSQL on a folder of its own, or takes over the one that a killed app left running there.
 * Works as root too (it then runs as `nobody`). Errors say in words what is missing.
 */
export async function startEmbedded({
  dataDir,
  onLog = () => {},
  settings = [],
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const root = process.getuid?.() === 0
  const home = await reachableHome(path.resolve(dataDir, 'postgres'), root)
  const cluster = path.join(home, 'cluster')
  if (root) await chown(home, NOBODY.uid, NOBODY.gid)
  if (path.join(home, '.s.PGSQL.5432').length > MAX_SOCKET_PATH) {
    throw new Error(`The path ${home} is too long for a Unix socket; set DATA_DIR to a shorter one.`)
  }

  const running = await alreadyRunning(home, cluster)
  if (running) return running

  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => Number(text.trim()),
    () => null,
  )
  const binaries = await findPostgres(version)
  const reachable = root ? await reachableBinaries(binaries, home) : binaries
  if (version === null) await initialise(reachable, home, cluster, root)

  const child = spawn(
    path.join(reachable.bin, 'postgres'),
    ['-D', cluster, '-k', home, ...[...SETTINGS, ...settings].flatMap((setting) => ['-c', setting])],
    // A process group of its own: Ctrl-C must reach the app first, which then ends the database.
    { ...identity(root), env: environment(home), cwd: home, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  let tail = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-4000)
    for (const line of text.split('\n')) if (line) onLog(line)
  })
  const exited = exitOf(child)
  await waitUntilReady(home, () => (child.exitCode !== null || child.signalCode !== null ? tail : null))
  await ensureDatabase(home)
  // The app may end while the database goes on: its log pipe must not keep the app alive.
  child.unref()
  ;(child.stderr as unknown as { unref?: () => void } | null)?.unref?.()
  return {
    socketFolder: home,
    pid: child.pid ?? 0,
    database: DATABASE,
    onExit: (listener) => void exited.then(listener),
    stop: async () => {
      // By now it may be all that the app still waits for.
      child.ref()
      child.kill('SIGINT')
      await exited
    },
  }
}

const identity = (root: boolean) => (root ? NOBODY : {})
const environment = (home: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  HOME: home,
})
const exitOf = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()))
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Below a folder that `nobody` cannot enter (such as /root) the cluster moves to /var/lib, and a note is left. */
async function reachableHome(wanted: string, root: boolean): Promise<string> {
  await mkdir(wanted, { recursive: true })
  if (!root || (await othersCanEnter(path.dirname(wanted)))) return wanted
  const moved = await movedTo(wanted)
  const home = moved ?? path.join('/var/lib/beursvloer', wanted.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/^-/, ''))
  await mkdir(home, { recursive: true })
  if (!moved) await writeFile(path.join(wanted, MOVED), `${home}\n`)
  return home
}

/** Name of the note that says where the cluster moved to. */
const MOVED = 'MOVED'

const movedTo = (wanted: string): Promise<string | null> =>
  readFile(path.join(wanted, MOVED), 'utf8').then(
    (text) => text.trim(),
    () => null,
  )

/** Where the embedded server of a data folder has its socket, running or not: for programs beside the app. */
export async function socketFolderOf(dataDir: string): Promise<string> {
  const wanted = path.resolve(dataDir, 'postgres')
  return (await movedTo(wanted)) ?? wanted
}

async function othersCanEnter(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** Binaries of npm below /root cannot be run by `nobody`: a copy beside the cluster can. */
async function reachableBinaries(binaries: PostgresBinaries, home: string): Promise<PostgresBinaries> {
  if (await othersCanEnter(binaries.bin)) return binaries
  const copy = path.join(home, `programs-${binaries.major}`)
  const complete = path.join(copy, '.complete')
  if (!(await stat(complete).catch(() => null))) {
    await rm(copy, { recursive: true, force: true })
    await cp(path.dirname(binaries.bin), copy, { recursive: true, verbatimSymlinks: true })
    await writeFile(complete, '')
  }
  return { ...binaries, bin: path.join(copy, 'bin') }
}

/** Set up beside its place and then moved there whole: one that was killed half-way is never mistaken for a cluster. */
async function initialise(binaries: PostgresBinaries, home: string, cluster: string, root: boolean): Promise<void> {
  const unfinished = `${cluster}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const child = spawn(
    path.join(binaries.bin, 'initdb'),
    ['-D', unfinished, '-U', DATABASE, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'],
    { ...identity(root), env: environment(home), cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let message = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    message += text
  })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    throw new Error(`The database could not be set up in ${cluster}: ${message.trim()}`)
  }
  await rename(unfinished, cluster)
}

/** A server that outlived its app still answers on its socket: use it, so that nothing has to recover. */
async function alreadyRunning(home: string, cluster: string): Promise<EmbeddedPostgres | null> {
  const pid = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => Number(text.split('\n')[0]),
    () => 0,
  )
  if (!pid || !isAlive(pid)) return null
  try {
    await waitUntilReady(home, () => (isAlive(pid) ? null : 'it ended'))
  } catch {
    return null
  }
  await ensureDatabase(home)
  const listeners: (() => void)[] = []
  const watch = setInterval(() => {
    if (isAlive(pid)) return
    clearInterval(watch)
    for (const listener of listeners) listener()
  }, 250)
  watch.unref()
  return {
    socketFolder: home,
    pid,
    database: DATABASE,
    onExit: (listener) => listeners.push(listener),
    stop: async () => {
      clearInterval(watch)
      process.kill(pid, 'SIGINT')
      while (isAlive(pid)) await sleep(20)
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const maintenance = (home: string): Sql => connect({ socketFolder: home, database: 'postgres', maxConnections: 1 })

/** Recovery after a crash can take a while: up to a minute. */
async function waitUntilReady(home: string, ended: () => string | null): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const why = ended()
    if (why !== null) throw new Error(`The database did not start: ${why.trim()}`)
    const sql = maintenance(home)
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (Date.now() > deadline) throw new Error('The database did not answer within a minute.', { cause: error })
      await sleep(40)
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
}

async function ensureDatabase(home: string): Promise<void> {
  const sql = maintenance(home)
  try {
    const [found] = await sql`select from pg_database where datname = ${DATABASE}`
    if (!found) await sql.unsafe(`create database ${DATABASE}`)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
