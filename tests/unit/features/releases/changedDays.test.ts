import { expect, it } from 'vitest'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Plan, type RecordOf } from '#shared/document/records'
import { programmeDiff } from '#shared/programme/queries/programmeDiff'
import { releasedProgramme } from '#shared/programme/release'
import { changedDays } from '~/features/releases/changedDays'
import { talkLines } from '~/features/releases/talkLines'
import { createFormat } from '~/lib/format'

/** 12 March 2027, 09:00 in Brussels. */
const MORNING = Date.parse('2027-03-12T08:00:00Z') / 60_000
const DAY = 1440

function record<K extends 'talks' | 'stages'>(kind: K, id: string, fields: object): RecordOf[K] {
  const read = decodeRecord(kind, id, fields)
  if (!read.ok) throw new Error(read.malformed.problem)
  return read.record
}
const stage = (id: string, name: string) =>
  record('stages', id, { hallId: 'h', name: { nl: name }, place: [0, 0, 1000, 1000, 0] })

function planOf(slots: Record<string, [string, number] | null>, more: Record<string, object> = {}): Plan {
  const talks = Object.entries(slots).map(([id, slot]) =>
    record('talks', id, {
      ...{ title: { nl: `Sessie ${id}` }, state: 'confirmed', ...more[id] },
      slot: slot && [slot[0], MORNING + slot[1], 60],
    }),
  )
  return {
    ...emptyPlan(),
    stages: new Map([stage('n', 'Zaal 10'), stage('s', 'Zaal 2')].map((one) => [one.id, one])),
    talks: new Map(talks.map((one) => [one.id, one])),
  }
}

const format = createFormat('nl')
function compare(before: Plan, after: Plan) {
  const [was, is] = [releasedProgramme(before), releasedProgramme(after)]
  const changes = programmeDiff(was, is)
  const plans = { before, after }
  const words = { format, timeZone: 'Europe/Brussels', nameOf: () => undefined }
  return {
    days: changedDays({ before: was, after: is, plans, changes, timeZone: 'Europe/Brussels', format }),
    lines: talkLines(changes, plans, words),
  }
}

it('draws each day with changes: what stays, where something was, what is new, off or gone', () => {
  const before = planOf({ same: ['n', 60], moved: ['n', 120], later: ['n', 180], off: ['s', 60], gone: ['s', 180] })
  const after = planOf(
    { same: ['n', 60], moved: ['s', 120], later: ['n', 180 + DAY], off: ['s', 60], new: ['n', 240] },
    { off: { state: 'cancelled' } },
  )
  const { days } = compare(before, after)
  expect(days.map(({ day }) => day)).toEqual(['2027-03-12', '2027-03-13'])
  const [first, second] = days
  expect(first?.stages).toEqual([
    { id: 's', name: 'Zaal 2' },
    { id: 'n', name: 'Zaal 10' },
  ])
  expect(first?.ticks[0]).toEqual({ at: 0, label: '10:00' })
  expect(first?.same).toEqual([{ row: 1, from: 0, until: 60 }])
  const signs = Object.fromEntries(
    first!.marks.map(({ title, sign, row, old }) => [title, [sign, row, old?.row ?? null]]),
  )
  expect(signs).toEqual({
    'Sessie moved': ['changed', 0, 1],
    'Sessie later': ['left', 1, null],
    'Sessie off': ['cancelled', 0, null],
    'Sessie gone': ['gone', 0, null],
    'Sessie new': ['added', 1, null],
  })
  expect(second?.marks).toMatchObject([{ title: 'Sessie later', sign: 'changed', old: null }])
})

it('says the same in words', () => {
  const { lines, days } = compare(
    planOf({ a: ['n', 60], b: null }),
    planOf({ a: ['s', 90], b: null }, { b: { seats: 9 } }),
  )
  expect(lines).toEqual([
    {
      ...{ id: 'a', title: 'Sessie a', kinds: ['moved', 'retimed'], fields: [], speakers: null },
      now: expect.stringMatching(/12 mrt.*10:30.*11:30, Zaal 2$/),
      was: expect.stringMatching(/12 mrt.*10:00.*11:00, Zaal 10$/),
    },
    { id: 'b', title: 'Sessie b', kinds: ['changed'], fields: ['seats'], speakers: null, now: null, was: null },
  ])
  expect(days).toHaveLength(1)
})

it('of many stages draws some and says how many more have changes', () => {
  const stages = Array.from({ length: 30 }, (_, n) => stage(`x${n}`, `Zaal ${n}`))
  const plan = (shift: number): Plan => ({
    ...planOf(Object.fromEntries(stages.map(({ id }) => [`t-${id}`, [id, 60 + shift]]))),
    stages: new Map(stages.map((one) => [one.id, one])),
  })
  const [day] = compare(plan(0), plan(5)).days
  expect([day?.stages.length, day?.moreStages, day?.marks.length]).toEqual([24, 6, 24])
})
