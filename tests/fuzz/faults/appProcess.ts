import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { removeFolder, temporaryFolder } from '#tests/helpers/serverProcess'
import type { SyncProcessSettings } from '../syncProcess'

export interface AppProcess {
  port: number
  isRunning(): boolean
  kill(): Promise<void>
}

export interface AppProgram {
  start(settings: Omit<SyncProcessSettings, 'port'>): Promise<AppProcess>
  remove(): Promise<void>
}

/** Live editing as one file, and always one process of it in reserve: a start takes a tenth of a second. */
export async function buildApp(): Promise<AppProgram> {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'sync.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('./standby.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  })
  const load = () => spawn(process.execPath, [file], { stdio: 'pipe' })
  let reserve = load()
  return {
    start: async (settings) => {
      const child = reserve
      reserve = load()
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4000)
      })
      const listening = once(child.stdout, 'data').then(([line]) => Number(String(line).split(' ')[1]))
      const ended = once(child, 'exit').then(() => null)
      child.stdin.write(`${JSON.stringify({ ...settings, port: 0 })}\n`)
      const port = await Promise.race([listening, ended])
      if (port === null) throw new Error(`live editing ended at once: ${said}`)
      return { port, isRunning: () => isRunning(child), kill: () => kill(child) }
    },
    remove: async () => {
      await kill(reserve)
      await removeFolder(folder)
    },
  }
}

const isRunning = (child: ChildProcessWithoutNullStreams) => child.exitCode === null && child.signalCode === null

async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (!isRunning(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
