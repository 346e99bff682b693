import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIsFresh } from '#server/cli/fingerprint.mjs'

export interface ServerProcess {
  url: string
  pid: number
  output(): string
  /** Sends the signal and waits until the process is gone; its exit code, or null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** The production build must be there before a test can start it. */
export async function ensureBuild(): Promise<void> {
  if (!(await buildIsFresh())) execFileSync(process.execPath, ['server/cli/build.mjs'], { stdio: 'inherit' })
}

/** One that the database's own user can enter when the tests run as root. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'beursvloer-server-'))
  await chmod(folder, 0o755)
  return folder
}
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

function spawnServer(env: Record<string, string>): {
  child: ChildProcess
  output: () => string
  exited: Promise<number | null>
} {
  let output = ''
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return { child, output: () => output, exited: new Promise((resolve) => child.once('exit', (code) => resolve(code))) }
}

/** The built server as a process of its own, on a port that the system chose. `onSpawn` hears of it at once. */
export async function startServer(
  env: Record<string, string>,
  onSpawn: (pid: number) => void = () => {},
): Promise<ServerProcess> {
  const { child, output, exited } = spawnServer(env)
  onSpawn(child.pid ?? 0)
  const listening = /listens on (http:\S+)/
  const ready = (async () => {
    while (!listening.test(output())) await new Promise((resolve) => setTimeout(resolve, 20))
  })()
  const first = await Promise.race([ready.then(() => 'ready' as const), exited])
  if (first !== 'ready') throw new Error(`the server ended at once (${first}):\n${output()}`)
  return {
    url: listening.exec(output())?.[1] ?? '',
    pid: child.pid ?? 0,
    output,
    end: async (signal) => {
      child.kill(signal)
      return await exited
    },
  }
}

/** Runs it until it ends by itself. */
export async function runServer(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { output, exited } = spawnServer(env)
  const code = await exited
  return { code, output: output() }
}

/** Process id of the embedded database below a data folder, or null when none is running. */
export async function databasePid(dataDir: string): Promise<number | null> {
  const text = await readFile(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  return pid > 0 && isAlive(pid) ? pid : null
}

/** As the kernel would, without a word. Returns the process id it had. */
export async function killDatabase(dataDir: string): Promise<number> {
  const pid = await databasePid(dataDir)
  if (pid === null) throw new Error(`no database runs below ${dataDir}`)
  process.kill(pid, 'SIGKILL')
  return pid
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export async function until(condition: () => Promise<boolean> | boolean, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
