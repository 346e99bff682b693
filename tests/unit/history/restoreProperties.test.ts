import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch, type FairDocument, observeRecords } from '#shared/document/fairDocument'
import type { StoredFields } from '#shared/document/patch'
import { PLACED_KINDS, type PlacedKind, RECORD_KINDS, type RecordKind } from '#shared/document/records'
import { type Moment, readMoment, recordName } from '#shared/history/moment'
import { type RestoreInput, restoreWork } from '#shared/history/restoreWork'
import type { RestoreScope } from '#shared/history/scope'
import { canonicalJson } from '#shared/kernel/canonicalJson'
import type { HallId } from '#shared/kernel/ids'
import { programmeDays } from '#shared/programme/gridDays'
import { slotsOf } from '#shared/programme/slots'
import { BRUSSELS } from '#tests/factories/programme'
import { seededRandom } from '#tests/helpers/seededRandom'
import { DAYS, randomEdits, startedDocument } from './randomHistory'

const { dayOfMinute } = programmeDays([], BRUSSELS)
const RECT = [2000, 2000, 4000, 3000] as const

const scopes: RestoreScope[] = [
  { kind: 'all' },
  { kind: 'region', hallId: 'h1' as HallId, rect: [...RECT] },
  ...DAYS.map((day) => ({ kind: 'day', day }) as const),
]

interface Run {
  doc: FairDocument
  input: RestoreInput
  past: Moment
  now: Moment
  after: Moment
  left: Set<string>
  work: ReturnType<typeof restoreWork>
  /** Records that the edit touched in the document itself. */
  touched: Set<string>
}

function run(seed: number, scope: RestoreScope): Run {
  const random = seededRandom(seed)
  const doc = startedDocument(random)
  const past = readMoment(doc)
  randomEdits(doc, random, 30)
  const now = readMoment(doc)
  const claimed = new Set<string>(
    [...now.plan.booths.values()].filter((booth) => !booth.removed && random() < 0.3).map((booth) => booth.id),
  )
  const input = { past, now, scope, dayOf: dayOfMinute, isClaimed: (id: string) => claimed.has(id) }
  const work = restoreWork(input)
  const touched = new Set<string>()
  const end = observeRecords(doc, (keys) => {
    for (const key of keys) touched.add(recordName(key))
  })
  applyPatch(doc, work.patch)
  end()
  const left = new Set<string>(work.left.map(recordName))
  return { doc, input, past, now, after: readMoment(doc), left, work, touched }
}

const FOUND = [
  // Two times of one talk on a stage that is no more: the second was put back over the first.
  1275938667,
  // A talk that had been removed, with a time on the day: it took away the same time on another day.
  -1376180362,
]

const always = (check: (run: Run, scope: RestoreScope) => void, which = scopes) =>
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...which), (seed, scope) => {
      const one = run(seed, scope)
      check(one, scope)
      one.doc.destroy()
    }),
    {
      numRuns: 300,
      examples: FOUND.flatMap((seed) => which.map((scope): [number, RestoreScope] => [seed, scope])),
    },
  )

const standing = (fields: StoredFields | undefined): boolean => fields !== undefined && fields.removed !== true
const text = (fields: StoredFields | undefined): string | undefined => fields && canonicalJson(fields)
const all = ({ past, now, after }: Run) =>
  RECORD_KINDS.flatMap((kind) =>
    [...new Set([past, now, after].flatMap((moment) => [...moment.stored[kind].keys()]))].map((id) => ({ kind, id })),
  )

/** Worked out apart from the code: places here are never turned. */
function liesInRect(moment: Moment, kind: RecordKind, id: string): boolean {
  const isPlaced = (PLACED_KINDS as readonly string[]).includes(kind)
  const record = isPlaced ? moment.plan[kind as PlacedKind].get(id) : undefined
  if (record?.hallId !== 'h1' || ('removed' in record && record.removed) || !record.place) return false
  const [x, y, width, depth] = record.place
  const [left, top, across, down] = RECT
  return x < left + across && x + width > left && y < top + down && y + depth > top
}

const timesOf = (moment: Moment, id: string) => {
  const talk = moment.plan.talks.get(id)
  return talk && !talk.removed ? slotsOf(talk) : []
}

function isInScope({ past, now }: Run, scope: RestoreScope, kind: RecordKind, id: string): boolean {
  if (scope.kind === 'all') return true
  if (scope.kind === 'region')
    return liesInRect(past, kind, id) || liesInRect(now, kind, id) || (kind === 'halls' && id === scope.hallId)
  return (
    kind === 'talks' && [past, now].some((m) => timesOf(m, id).some((slot) => dayOfMinute(slot.start) === scope.day))
  )
}

describe('whatever was done since, a restore', () => {
  it('leaves every record outside its scope as it is, byte for byte', () => {
    let outside = 0
    always((one, scope) => {
      for (const { kind, id } of all(one)) {
        if (isInScope(one, scope, kind, id) && !one.left.has(`${kind}/${id}`)) continue
        if (isInScope(one, scope, kind, id) && one.work.left.some((l) => l.id === id && l.why.match(/sector|stage/)))
          continue
        outside += 1
        expect(JSON.stringify(one.after.stored[kind].get(id))).toBe(JSON.stringify(one.now.stored[kind].get(id)))
        expect(one.touched).not.toContain(`${kind}/${id}`)
      }
    })
    expect(outside).toBeGreaterThan(1000)
  })

  it('leaves what nobody can read, then or now', () => {
    always((one) => {
      for (const { kind, id } of all(one))
        if (one.past.malformed.has(`${kind}/${id}`) || one.now.malformed.has(`${kind}/${id}`))
          expect(text(one.after.stored[kind].get(id))).toBe(text(one.now.stored[kind].get(id)))
    })
  })

  it('makes everything what it was, where all of it is restored', () => {
    always(
      (one) => {
        for (const { kind, id } of all(one)) {
          if (one.left.has(`${kind}/${id}`)) continue
          const [was, is] = [one.past.stored[kind].get(id), one.after.stored[kind].get(id)]
          if (standing(was)) expect(text(is)).toBe(text(was))
          else expect(standing(is)).toBe(false)
        }
      },
      [{ kind: 'all' }],
    )
  })

  it('shows in the rectangle what it showed, and in others what they show now', () => {
    always(
      (one) => {
        for (const { kind, id } of all(one)) {
          if (one.left.has(`${kind}/${id}`) || one.past.malformed.has(`${kind}/${id}`)) continue
          expect(liesInRect(one.after, kind, id)).toBe(liesInRect(one.past, kind, id))
        }
      },
      [scopes[1] as RestoreScope],
    )
  })

  it('holds on the day what was held, and on the others what is held, but for what had moved between them', () => {
    always(
      (one, scope) => {
        const day = scope.kind === 'day' ? scope.day : ''
        for (const id of new Set([...one.past.plan.talks.keys(), ...one.now.plan.talks.keys()])) {
          if (one.left.has(`talks/${id}`) || one.past.malformed.has(`talks/${id}`)) continue
          const on = (moment: Moment) => timesOf(moment, id).filter(({ start }) => dayOfMinute(start) === day)
          const off = (moment: Moment) => timesOf(moment, id).filter(({ start }) => dayOfMinute(start) !== day)
          expect(on(one.after)).toEqual(on(one.past))
          const crossing = new Set([...on(one.past), ...on(one.now)].map(({ key }) => key))
          const staying = (moment: Moment) => off(moment).filter(({ key }) => !crossing.has(key))
          expect(staying(one.after)).toEqual(staying(one.now))
        }
      },
      scopes.filter(({ kind }) => kind === 'day'),
    )
  })

  it('takes nobody’s booth away', () => {
    let kept = 0
    always((one) => {
      for (const booth of one.now.plan.booths.values()) {
        if (booth.removed || !one.input.isClaimed(booth.id)) continue
        expect(one.after.plan.booths.get(booth.id)?.removed).toBe(false)
        if (one.work.left.some(({ id, why }) => id === booth.id && why === 'claimed')) kept += 1
      }
    })
    expect(kept).toBeGreaterThan(0)
  })

  it('does nothing the second time', () => {
    always((one) => expect(restoreWork({ ...one.input, now: one.after }).patch).toEqual([]))
  })

  it('does nothing where nothing changed since', () => {
    always((one) => expect(restoreWork({ ...one.input, past: one.now })).toEqual({ patch: [], left: [] }))
  })

  it('is undone by restoring the moment before it', () => {
    always((one) => {
      const undo = restoreWork({ ...one.input, past: one.now, now: one.after, scope: { kind: 'all' } })
      applyPatch(one.doc, undo.patch)
      const undone = readMoment(one.doc)
      for (const { kind, id } of all(one)) {
        const [was, is] = [one.now.stored[kind].get(id), undone.stored[kind].get(id)]
        if (standing(was)) expect(text(is)).toBe(text(was))
        else expect(standing(is)).toBe(false)
      }
    })
  })
})
