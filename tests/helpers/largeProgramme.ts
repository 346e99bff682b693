import type { Change, Json, Patch } from '#shared/document/patch'
import type { Span } from '#shared/document/schedule'
import { TALK_KINDS, TALK_STATES } from '#shared/document/talkRecord'
import { seededRandom } from './seededRandom'

export interface LargeProgramme {
  hallId: string
  talks: number
  stages: number
  /** When talks may be held, one span a day. */
  days: readonly Span[]
  seed?: number
}

const MINUTES = [30, 45, 60, 90] as const
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

/** A programme as large as the largest fairs have: stages in a row, talks one after another on each, day by day. */
export function largeProgramme({ hallId, talks, stages, days, seed = 1 }: LargeProgramme): Patch {
  const random = seededRandom(seed)
  const patch: Change[] = []
  for (let n = 0; n < stages; n++) {
    const name = { nl: `Zaal ${n + 1}`, fr: `Salle ${n + 1}`, en: `Room ${n + 1}` }
    const place = [1000 * n, 0, 900, 900, 0]
    patch.push({ op: 'put', kind: 'stages', id: `room-${n}`, fields: { hallId, name, place, capacity: 40 + n } })
  }
  const free = days.map(([from]) => Array.from({ length: stages }, () => from))
  for (let n = 0; n < talks; n++) {
    const [day, stage] = [n % days.length, Math.floor(n / days.length) % stages]
    const minutes = pick(MINUTES, random)
    const start = free[day]?.[stage] ?? 0
    const row = free[day]
    if (row) row[stage] = start + minutes + 15
    const slot: Json = [`room-${stage}`, start, minutes]
    patch.push({
      op: 'put',
      kind: 'talks',
      id: `large-${n}`,
      fields: {
        title: { nl: `Sessie ${n} over het werk van morgen`, en: `Talk ${n} about the work of tomorrow` },
        kind: pick(TALK_KINDS, random),
        state: pick(TALK_STATES, random),
        slot,
      },
    })
  }
  return patch
}
