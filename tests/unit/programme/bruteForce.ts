import type { Plan, Stage, Talk } from '#shared/document/records'
import type { OpeningHours } from '#shared/fairs/openingHours'
import { wallTimeOf } from '#shared/fairs/timeZone'
import type { ProgrammeContext } from '#shared/programme/conflicts/types'

/*
 * Every slot against every other, minute by minute, written without a look at the rules: opening hours are read off the
 * clock on the wall, walks are compared in whole numbers, nothing is indexed and nothing is merged.
 */

interface Held {
  ref: string
  talk: Talk
  stage: Stage
  start: number
  minutes: number[]
}

interface Finding {
  rule: string
  severity: 'error' | 'warning'
  slots: Held[]
  personIds?: readonly string[]
  boothIds?: readonly string[]
  minutes?: number[]
  from?: number
  until?: number
  measured: number
  limit: number
  missing?: readonly string[]
}

export interface BruteContext extends ProgrammeContext {
  /** As organisers entered them. */
  hours: readonly OpeningHours[]
}

const walls = new Map<string, { day: string; time: string }>()
function wallAt(minute: number, timeZone: string) {
  const key = `${minute} ${timeZone}`
  const known = walls.get(key) ?? wallTimeOf(new Date(minute * 60_000), timeZone)
  walls.set(key, known)
  return known
}

const isOpenAt = ({ hours, timeZone }: BruteContext, minute: number): boolean => {
  const { day, time } = wallAt(minute, timeZone)
  return hours.some((span) => span.day === day && span.opens <= time && time < span.closes)
}

function heldSlots(plan: Plan): Held[] {
  const held: Held[] = []
  for (const talk of plan.talks.values()) {
    if (talk.removed || talk.state === 'cancelled') continue
    for (const [key, value] of Object.entries(talk)) {
      if ((key !== 'slot' && !key.startsWith('slot:')) || !value) continue
      const [stageId, start, length] = value as [string, number, number]
      const stage = plan.stages.get(stageId)
      if (!stage || !plan.halls.get(stage.hallId)) continue
      const minutes = Array.from({ length }, (_, i) => start + i)
      held.push({ ref: key === 'slot' ? talk.id : talk.id + key.slice(4), talk, stage, start, minutes })
    }
  }
  return held
}

const lastOf = (held: Held): number => held.minutes[held.minutes.length - 1]!
const isIdle = ({ talk }: Held) => ['break', 'blocker'].includes(talk.kind)

function inOrder(a: Held, b: Held): [Held, Held] {
  if (a.start !== b.start) return a.start < b.start ? [a, b] : [b, a]
  if (lastOf(a) !== lastOf(b)) return lastOf(a) < lastOf(b) ? [a, b] : [b, a]
  return a.ref < b.ref ? [a, b] : [b, a]
}

/** The first whole number of minutes in which 1.2 m/s are far enough, in squares of half millimetres. */
function walkOf(a: Stage, b: Stage): number {
  if (a.hallId !== b.hallId) return 5
  const twice = (s: Stage) => [2 * s.place[0] + s.place[2], 2 * s.place[1] + s.place[3]] as const
  const [[ax, ay], [bx, by]] = [twice(a), twice(b)]
  const squared = (ax - bx) ** 2 + (ay - by) ** 2
  let minutes = 0
  while ((minutes * 144_000) ** 2 < squared) minutes++
  return minutes
}

export function bruteForce(plan: Plan, context: BruteContext): string[] {
  const found: Finding[] = []
  const all = heldSlots(plan)
  for (const held of all) {
    const { talk, stage, minutes } = held
    const speakers = [...new Set(talk.speakerIds)]
    const outside = (spans: readonly (readonly [number, number])[]) =>
      minutes.filter((minute) => !spans.some(([from, until]) => from <= minute && minute < until))
    const report = (rule: string, severity: 'error' | 'warning', at: number[], more: Partial<Finding> = {}) => {
      if (at.length > 0)
        found.push({ rule, severity, slots: [held], minutes: at, measured: at.length, limit: 0, ...more })
    }
    if (stage.availability) report('stageUnavailable', 'error', outside(stage.availability))
    if (talk.kind !== 'blocker' && context.hours.length > 0)
      report(
        'outsideHours',
        'error',
        minutes.filter((minute) => !isOpenAt(context, minute)),
      )
    for (const id of speakers) {
      const facts = context.people.get(id)
      if (facts?.availability) report('speakerUnavailable', 'error', outside(facts.availability), { personIds: [id] })
      if (facts && facts.soleBoothIds.length > 0 && !isIdle(held)) {
        const away = minutes.filter((minute) => isOpenAt(context, minute))
        report('boothAlone', 'warning', away, { personIds: [id], boothIds: facts.soleBoothIds })
      }
    }
    for (const people of [Math.max(talk.audience ?? 0, talk.seats ?? 0)]) {
      if (stage.capacity !== undefined && people > stage.capacity)
        report('overCapacity', 'warning', minutes, { measured: people, limit: stage.capacity })
    }
    const missing = talk.needs.filter((need) => !stage.equipment?.includes(need))
    if (missing.length > 0) report('missingEquipment', 'warning', minutes, { missing, measured: missing.length })

    if (!isIdle(held)) {
      for (let wait = 0; wait < context.changeover; wait++) {
        const next = all.filter(
          (other) =>
            other !== held && other.stage.id === stage.id && !isIdle(other) && other.start === lastOf(held) + 1 + wait,
        )
        for (const other of next) {
          const [from, until] = [lastOf(held) + 1, other.start]
          found.push({
            rule: 'changeover',
            severity: 'warning',
            slots: [held, other],
            from,
            until,
            measured: wait,
            limit: context.changeover,
          })
        }
        if (next.length > 0) break
      }
    }

    const before = all.filter((other) => other.talk.id === talk.prerequisiteId && other.talk.id !== talk.id)
    if (before.length > 0 && before.every((other) => lastOf(other) >= held.start)) {
      const soonest = [...before].sort((a, b) => lastOf(a) - lastOf(b) || (a.ref < b.ref ? -1 : 1))[0]!
      const until = lastOf(soonest) + 1
      found.push({
        rule: 'prerequisite',
        severity: 'error',
        slots: held.start < soonest.start ? [held, soonest] : [soonest, held],
        from: held.start,
        until,
        measured: until - held.start,
        limit: 0,
      })
    }
  }
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      const [a, b] = inOrder(all[i]!, all[j]!)
      const slots = [a, b]
      const shared = a.minutes.filter((minute) => b.minutes.includes(minute))
      const both = [...new Set(a.talk.speakerIds)].filter((id) => b.talk.speakerIds.includes(id))
      const sameStage = a.stage.id === b.stage.id
      if (shared.length > 0) {
        const overlap = { slots, minutes: shared, measured: shared.length, limit: 0 }
        if (sameStage) found.push({ rule: 'stageDouble', severity: 'error', ...overlap })
        for (const id of both) found.push({ rule: 'speakerDouble', severity: 'error', personIds: [id], ...overlap })
        if (
          !sameStage &&
          a.talk.id !== b.talk.id &&
          a.talk.sectorId &&
          a.talk.sectorId === b.talk.sectorId &&
          !isIdle(a) &&
          !isIdle(b)
        )
          found.push({ rule: 'sectorClash', severity: 'warning', ...overlap })
      } else {
        const [from, until] = [lastOf(a) + 1, b.start]
        const limit = walkOf(a.stage, b.stage)
        if (!sameStage && until - from < limit)
          for (const id of both)
            found.push({
              rule: 'walk',
              severity: 'error',
              slots,
              personIds: [id],
              from,
              until,
              measured: until - from,
              limit,
            })
      }
    }
  }
  return found
    .map(({ rule, severity, slots, personIds = [], boothIds = [], minutes = [], missing = [], ...rest }) =>
      JSON.stringify({
        rule,
        severity,
        slots: slots.map(({ ref }) => ref),
        personIds,
        stageIds: [...new Set(slots.map(({ stage }) => stage.id))],
        boothIds,
        from: rest.from ?? minutes[0],
        until: rest.until ?? minutes[minutes.length - 1]! + 1,
        measured: rest.measured,
        limit: rest.limit,
        missing,
      }),
    )
    .sort()
}
