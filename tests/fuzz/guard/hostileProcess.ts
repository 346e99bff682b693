/** Everything bad that one can send, as a process of its own so that it takes no time from those who measure. Settings in HOSTILE. */
import { seededRandom } from '#tests/helpers/seededRandom'
import { createBadFrames } from './badFrames'
import { RawSocket, type RawTarget } from './rawSocket'

export interface HostileSettings {
  target: Omit<RawTarget, 'cookie'>
  cookies: string[]
  seed: number
  frames: number
  /** Awareness clients of those who are at work. */
  others: number[]
}

export interface HostileReport {
  sent: number
  connections: number
  /** How often each close code was the answer. */
  codes: Record<number, number>
  /** How often a frame of this kind was borne. */
  tolerated: Record<string, number>
  /** Kinds of frames at which a socket was cut without a close code of ours. */
  unnamed: string[]
  perSecond: number
}

const LANES = 12

const { target, cookies, seed, frames, others } = JSON.parse(process.env.HOSTILE ?? '') as HostileSettings
const next = createBadFrames(seededRandom(seed), others)
const report: HostileReport = { sent: 0, connections: 0, codes: {}, tolerated: {}, unnamed: [], perSecond: 0 }
const started = performance.now()

async function lane(cookie: string): Promise<void> {
  let socket: RawSocket | null = null
  while (report.sent < frames) {
    report.sent++
    const { kind, bytes } = next()
    if (!socket) {
      report.connections++
      socket = new RawSocket({ ...target, cookie })
    }
    const outcome = await socket.try(bytes)
    if (outcome === 'tolerated') report.tolerated[kind] = (report.tolerated[kind] ?? 0) + 1
    else {
      const code = outcome === 'cut' ? 0 : outcome.refused
      report.codes[code] = (report.codes[code] ?? 0) + 1
      if (code < 4400 || code > 4499) report.unnamed.push(`${kind}: ${code}`)
      socket.destroy()
      socket = null
    }
  }
  socket?.destroy()
}

await Promise.all(Array.from({ length: LANES }, (_, n) => lane(cookies[n % cookies.length] as string)))
report.perSecond = Math.round(report.sent / ((performance.now() - started) / 1000))
console.log(JSON.stringify(report))
process.exit(0)
