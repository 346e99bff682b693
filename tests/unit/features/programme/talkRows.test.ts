import { describe, expect, it } from 'vitest'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Plan, type RecordKind } from '#shared/document/records'
import type { StageId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { firstGap } from '~/features/programme/panels/firstGap'
import { sheetRows } from '~/features/programme/panels/sheetRows'
import { type ListFilter, shownTalkRows, type TalkColumn, talkRows } from '~/features/programme/panels/talkRows'
import { NO_FILTER } from '~/timetable/state'

const DAY = 30_000_000
const [A, B] = ['a' as StageId, 'b' as StageId]

/** Stages A and B in one hall, and talks by their id. */
function planWith(talks: Record<string, object>): Plan {
  const plan = emptyPlan()
  const put = (kind: RecordKind, id: string, fields: object) => {
    const decoded = decodeRecord(kind, id, fields)
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.malformed))
    ;(plan[kind] as Map<string, unknown>).set(id, decoded.record)
  }
  const outline = [
    [0, 0],
    [9000, 0],
    [9000, 9000],
  ]
  put('halls', 'hall', { name: 'Hal', outline })
  for (const id of ['a', 'b'])
    put('stages', id, { hallId: 'hall', name: `Podium ${id.toUpperCase()}`, place: [0, 0, 10, 10, 0] })
  put('sectors', 'music', { name: { nl: 'Muziek', en: 'Music' }, code: 'MU', tint: 0 })
  for (const [id, fields] of Object.entries(talks)) put('talks', id, { title: id, ...fields })
  return plan
}

const rowsOf = (plan: Plan) =>
  talkRows(plan, {
    text: (text) => localise(text, 'nl'),
    nameOf: (id) => `Person ${id}`,
    dayOf: (minute) => `day ${Math.floor((minute - DAY) / 1440)}`,
    conflictsOf: (ref) => (ref === 'late' ? [{ severity: 'warning' }, { severity: 'error' }] : []),
  })

const NOTHING: ListFilter = { ...NO_FILTER, day: null, stageId: null }
const shown = (plan: Plan, filter: Partial<ListFilter> = {}, column: TalkColumn = 'start', descending = false) =>
  shownTalkRows(rowsOf(plan), { ...NOTHING, ...filter }, { column, descending }).map(({ ref }) => ref)

describe('the list of talks', () => {
  const plan = planWith({
    late: { slot: [A, DAY + 600, 45], state: 'confirmed', speakerIds: ['p1'], language: 'nl' },
    early: { slot: [B, DAY + 60, 30], sectorId: 'music', kind: 'workshop', 'slot:again': [A, DAY + 1500, 30] },
    shelf: { title: { nl: 'Élan 10', fr: 'Élan dix' } },
    lost: { slot: ['gone', DAY, 30], title: 'Élan 2' },
    removed: { removed: true },
  })

  it('has a row a time, those without one last', () => {
    expect(shown(plan)).toEqual(['early', 'late', 'early:again', 'lost', 'shelf'])
    expect(shown(plan, {}, 'start', true)).toEqual(['early:again', 'late', 'early', 'lost', 'shelf'])
    expect(shown(plan, {}, 'title').slice(-2)).not.toEqual(['lost', 'shelf'])
  })

  it('sorts numbers in names by their value, and puts what is empty last both ways', () => {
    expect(shown(plan, { text: 'elan' }, 'title')).toEqual(['lost', 'shelf'])
    for (const descending of [false, true])
      expect(shown(plan, {}, 'sector', descending).slice(0, 2)).toEqual(['early', 'early:again'])
    expect(shown(plan, {}, 'conflicts')[0]).toBe('late')
  })

  it('finds by every word, in any language of the title, by speaker, stage and sector', () => {
    expect(shown(plan, { text: 'ELAN dix' })).toEqual(['shelf'])
    expect(shown(plan, { text: 'person podium' })).toEqual(['late'])
    expect(shown(plan, { text: 'muziek' })).toEqual(['early', 'early:again'])
    expect(shown(plan, { text: 'nowhere' })).toEqual([])
  })

  it('is filtered by day, stage, state, kind, sector and language', () => {
    expect(shown(plan, { day: 'day 1' })).toEqual(['early:again'])
    expect(shown(plan, { stageId: B })).toEqual(['early'])
    expect(shown(plan, { state: 'confirmed' })).toEqual(['late'])
    expect(shown(plan, { kind: 'workshop' })).toEqual(['early', 'early:again'])
    expect(shown(plan, { sectorId: 'none' })).toEqual(['late', 'lost', 'shelf'])
    expect(shown(plan, { language: 'nl' })).toEqual(['late'])
  })

  it('tells the worst of its conflicts', () => {
    expect(rowsOf(plan).find(({ ref }) => ref === 'late')).toMatchObject({ conflicts: 2, worst: 'error' })
  })

  it('sorts ten thousand rows in no time', () => {
    const many = planWith(
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, n) => [`t${n}`, { slot: [A, DAY + ((n * 7919) % 5000), 30] }]),
      ),
    )
    const rows = rowsOf(many)
    const started = performance.now()
    expect(shownTalkRows(rows, NOTHING, { column: 'title', descending: false })[9]?.ref).toBe('t9')
    expect(performance.now() - started).toBeLessThan(1500)
  })
})

describe('the first gap of a day', () => {
  const openSpans = [[DAY + 600, DAY + 1080] as const]
  const wanted = { stageIds: [A, B], from: DAY, until: DAY + 1440, openSpans, minutes: 45, changeover: 10 }

  it('is the opening, on the first stage that is free', () => {
    expect(firstGap(planWith({}), wanted)).toEqual({ stageId: A, start: DAY + 600, end: DAY + 645 })
    expect(firstGap(planWith({ t: { slot: [A, DAY + 600, 60] } }), wanted)).toMatchObject({
      stageId: B,
      start: DAY + 600,
    })
  })

  it('leaves the changeover free, and does not count what is cancelled', () => {
    const taken = { t: { slot: [A, DAY + 600, 60] }, u: { slot: [B, DAY + 600, 120] } }
    expect(firstGap(planWith(taken), wanted)).toMatchObject({ stageId: A, start: DAY + 670 })
    expect(firstGap(planWith({ t: { slot: [A, DAY + 600, 60], state: 'cancelled' } }), wanted)).toMatchObject({
      stageId: A,
      start: DAY + 600,
    })
  })

  it('is the opening even so where nothing is free, and none where there is no stage', () => {
    const full = { t: { slot: [A, DAY, 1440] }, u: { slot: [B, DAY, 1440] } }
    expect(firstGap(planWith(full), wanted)).toEqual({ stageId: A, start: DAY + 600, end: DAY + 645 })
    expect(firstGap(planWith({}), { ...wanted, openSpans: [] })).toMatchObject({ start: DAY })
    expect(firstGap(planWith({}), { ...wanted, stageIds: [] })).toBeNull()
  })
})

describe('a sheet of the day', () => {
  const day = { day: '2027-01-15', from: DAY, until: DAY + 1440 }

  it('has what is on in order, with the time between, and what goes on from the day before', () => {
    const plan = planWith({
      second: { slot: [A, DAY + 700, 50] },
      first: { slot: [A, DAY + 600, 45], state: 'cancelled' },
      touching: { slot: [A, DAY + 750, 30] },
      night: { slot: [A, DAY - 60, 120] },
      elsewhere: { slot: [B, DAY + 600, 30] },
      tomorrow: { slot: [A, DAY + 1440, 30] },
      removed: { slot: [A, DAY + 600, 30], removed: true },
    })
    const rows = sheetRows(plan, A, day).map((row) =>
      row.kind === 'free' ? [row.start - DAY, row.end - DAY] : [row.talk.id, row.goesOn],
    )
    expect(rows).toEqual([
      ['night', true],
      [60, 600],
      ['first', false],
      [645, 700],
      ['second', false],
      ['touching', false],
    ])
  })
})
