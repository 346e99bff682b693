import { describe, expect, it } from 'vitest'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import type { Change, Patch, StoredFields } from '#shared/document/patch'
import { type Moment, readMoment } from '#shared/history/moment'
import { type RestoreInput, restoreWork } from '#shared/history/restoreWork'
import type { RestoreScope } from '#shared/history/scope'
import type { HallId } from '#shared/kernel/ids'
import { programmeDays } from '#shared/programme/gridDays'
import { at, BRUSSELS } from '#tests/factories/programme'

const HALL = {
  name: { nl: 'Hal' },
  outline: [
    [0, 0],
    [50_000, 0],
    [50_000, 50_000],
  ],
}
const put = (kind: Change['kind'], id: string, fields: StoredFields): Change => ({ op: 'put', kind, id, fields })
const booth = (id: string, fields: StoredFields = {}) =>
  put('booths', id, { hallId: 'h', number: id, place: [0, 0, 1000, 1000, 0], ...fields })
const stage = (id: string) => put('stages', id, { hallId: 'h', name: id, place: [9000, 9000, 1000, 1000, 0] })
const talk = (id: string, fields: StoredFields = {}) => put('talks', id, { title: id, ...fields })
const GROUND: Patch = [put('halls', 'h', HALL), put('sectors', 's', { name: 'S', code: 'S', tint: 0 }), stage('p')]

function momentOf(...changes: Change[]): Moment {
  const doc = createFairDocument()
  applyPatch(doc, changes)
  return readMoment(doc)
}

const { dayOfMinute } = programmeDays([], BRUSSELS)
const work = (past: Moment, now: Moment, scope: RestoreScope, more: Partial<RestoreInput> = {}) =>
  restoreWork({ past, now, scope, dayOf: dayOfMinute, isClaimed: () => false, ...more })
const ALL: RestoreScope = { kind: 'all' }
const region = (...rect: [number, number, number, number]): RestoreScope => ({
  ...{ kind: 'region', rect },
  hallId: 'h' as HallId,
})
const on = (day: string): RestoreScope => ({ kind: 'day', day })
const FRIDAY = '2027-03-12'
const slot = (day: string, time: string, stageId = 'p') => [stageId, at(day, time), 45]

describe('all', () => {
  it('changes only the fields that differ', () => {
    const then = momentOf(...GROUND, booth('b', { sectorId: 's', colour: 'theirs' }))
    const now = momentOf(...GROUND, booth('b', { sectorId: 's', number: 'B2' }))
    expect(work(then, now, ALL)).toEqual({
      patch: [{ op: 'set', kind: 'booths', id: 'b', fields: { number: 'b', colour: 'theirs' } }],
      left: [],
    })
  })

  it('takes booths and talks away by a flag, and everything else out', () => {
    const now = momentOf(...GROUND, booth('b'), talk('k'), stage('q'))
    expect(work(momentOf(...GROUND), now, ALL).patch).toEqual([
      { op: 'set', kind: 'booths', id: 'b', fields: { removed: true } },
      { op: 'delete', kind: 'stages', id: 'q' },
      { op: 'set', kind: 'talks', id: 'k', fields: { removed: true } },
    ])
  })

  it('keeps a booth that somebody has now, and the hall and the sector that it needs', () => {
    const now = momentOf(...GROUND, booth('b', { sectorId: 's' }), booth('c'))
    const { patch, left } = work(momentOf(), now, ALL, { isClaimed: (id) => id === 'b' })
    expect(left).toEqual([
      { kind: 'booths', id: 'b', name: 'b', why: 'claimed' },
      { kind: 'sectors', id: 's', name: 'S', why: 'used' },
      { kind: 'halls', id: 'h', name: { nl: 'Hal' }, why: 'used' },
    ])
    expect(patch.map(({ op, id }) => [op, id])).toEqual([
      ['set', 'c'],
      ['delete', 'p'],
    ])
  })

  it('names what it cannot read, and leaves it', () => {
    const [broken, fine] = [momentOf(...GROUND, booth('b', { number: 7 })), momentOf(...GROUND, booth('b'))]
    const left = [{ kind: 'booths', id: 'b', name: 'b', why: 'malformed' }]
    expect(work(broken, fine, ALL)).toEqual({ patch: [], left })
    expect(work(fine, broken, ALL)).toEqual({ patch: [], left: [{ ...left[0], name: null }] })
  })
})

describe('a region', () => {
  const far = [30_000, 30_000, 1000, 1000, 0]

  it.each([
    ['wholly inside', [5000, 5000, 1000, 1000, 0], true],
    ['reaching in', [9500, 5000, 1000, 1000, 0], true],
    ['touching its side', [10_000, 5000, 1000, 1000, 0], false],
    ['turned into it', [10_100, 5000, 1000, 1000, 4500], true],
    ['around it', [0, 0, 40_000, 40_000, 0], true],
    ['elsewhere', far, false],
  ])('takes along what was %s', (_where, place, isIn) => {
    const then = momentOf(...GROUND, booth('b', { place }))
    const now = momentOf(...GROUND, booth('b', { place: far, number: 'new' }))
    expect(work(then, now, region(4000, 4000, 6000, 6000)).patch.length > 0).toBe(isIn)
    // The other way round: what came into it since goes back to where it was.
    expect(work(now, then, region(4000, 4000, 6000, 6000)).patch.length > 0).toBe(isIn)
  })

  it('takes along an outline by its shape, not by its box', () => {
    const outline = [
      [0, 0],
      [9000, 0],
      [0, 9000],
    ]
    const shape = { hallId: 'h', number: 'b', outline }
    const then = momentOf(...GROUND, put('booths', 'b', shape))
    const now = momentOf(...GROUND, put('booths', 'b', { ...shape, number: 'new' }))
    expect(work(then, now, region(7000, 7000, 1000, 1000)).patch).toEqual([])
    expect(work(then, now, region(1000, 1000, 1000, 1000)).patch).toHaveLength(1)
  })

  it('is of one hall', () => {
    const halls = [...GROUND, put('halls', 'other', HALL)]
    const then = momentOf(...halls, booth('b', { hallId: 'other' }))
    const now = momentOf(...halls, booth('b', { hallId: 'other', number: 'new' }))
    expect(work(then, now, region(0, 0, 5000, 5000)).patch).toEqual([])
  })

  it('leaves where it is what came from a hall that is no more', () => {
    const then = momentOf(...GROUND, put('halls', 'old', HALL), booth('b', { hallId: 'old' }))
    const now = momentOf(...GROUND, booth('b'))
    expect(work(then, now, region(0, 0, 5000, 5000))).toEqual({
      patch: [],
      left: [{ kind: 'booths', id: 'b', name: 'b', why: 'hallGone' }],
    })
  })

  it('brings its own hall back', () => {
    const { patch, left } = work(
      momentOf(...GROUND, booth('b'), booth('c', { place: far })),
      momentOf(),
      region(0, 0, 5000, 5000),
    )
    expect(patch.map(({ op, kind, id }) => [op, kind, id])).toEqual([
      ['put', 'booths', 'b'],
      ['put', 'halls', 'h'],
    ])
    expect(left).toEqual([])
  })

  it('puts a booth back without its sector, where that is no more', () => {
    const [hall] = GROUND
    const then = momentOf(...GROUND, booth('b', { sectorId: 's' }))
    const now = momentOf(hall as Change, booth('b', { sectorId: null, number: 'new' }))
    expect(work(then, now, region(0, 0, 5000, 5000))).toEqual({
      patch: [{ op: 'set', kind: 'booths', id: 'b', fields: { number: 'b' } }],
      left: [{ kind: 'booths', id: 'b', name: 'new', why: 'sectorGone' }],
    })
  })

  it('keeps a stage that came since, as long as talks are on it', () => {
    const now = momentOf(...GROUND, stage('q'), talk('k', { slot: slot(FRIDAY, '10:00', 'q') }))
    const scope = region(8000, 8000, 5000, 5000)
    expect(work(momentOf(...GROUND), now, scope)).toEqual({
      patch: [],
      left: [{ kind: 'stages', id: 'q', name: 'q', why: 'used' }],
    })
    const unused = momentOf(...GROUND, stage('q'), talk('k', { slot: slot(FRIDAY, '10:00', 'q'), removed: true }))
    expect(work(momentOf(...GROUND), unused, scope).patch).toEqual([{ op: 'delete', kind: 'stages', id: 'q' }])
  })
})

describe('a day', () => {
  const then = (fields: StoredFields) => momentOf(...GROUND, talk('k', fields))

  it('ends after the night', () => {
    const night = then({ slot: slot('2027-03-13', '01:30') })
    const moved = then({ slot: slot('2027-03-14', '12:00') })
    expect(work(night, moved, on('2027-03-13')).patch).toEqual([])
    expect(work(night, moved, on(FRIDAY)).patch).toHaveLength(1)
    expect(work(night, moved, on('2027-03-14')).patch).toHaveLength(1)
  })

  it('keeps the times of other days, and puts back the rest of the talk', () => {
    const was = then({ title: 'Old', slot: slot(FRIDAY, '10:00'), 'slot:a': slot('2027-03-13', '10:00') })
    const is = then({ title: 'New', slot: slot(FRIDAY, '15:00'), 'slot:a': slot('2027-03-13', '16:00') })
    expect(work(was, is, on(FRIDAY)).patch).toEqual([
      { op: 'set', kind: 'talks', id: 'k', fields: { title: 'Old', slot: slot(FRIDAY, '10:00') } },
    ])
  })

  it('takes away what came since, and only its times where it is held on other days too', () => {
    const once = then({ slot: slot(FRIDAY, '10:00') })
    const twice = then({ slot: slot(FRIDAY, '10:00'), 'slot:a': slot('2027-03-13', '10:00') })
    expect(work(momentOf(...GROUND), once, on(FRIDAY)).patch).toEqual([
      { op: 'set', kind: 'talks', id: 'k', fields: { removed: true } },
    ])
    expect(work(momentOf(...GROUND), twice, on(FRIDAY)).patch).toEqual([
      { op: 'set', kind: 'talks', id: 'k', fields: { slot: null } },
    ])
  })

  it('brings a talk back to its own day only', () => {
    const was = then({ slot: slot(FRIDAY, '10:00'), 'slot:a': slot('2027-03-13', '10:00') })
    const gone = then({ slot: slot(FRIDAY, '10:00'), 'slot:a': slot('2027-03-13', '10:00'), removed: true })
    expect(work(was, gone, on(FRIDAY)).patch).toEqual([
      { op: 'set', kind: 'talks', id: 'k', fields: { 'slot:a': undefined, removed: undefined } },
    ])
    expect(work(was, momentOf(...GROUND), on('2027-03-13')).patch).toEqual([
      { op: 'put', kind: 'talks', id: 'k', fields: { title: 'k', slot: null, 'slot:a': slot('2027-03-13', '10:00') } },
    ])
  })

  it('leaves a time where it is now, when its stage is no more', () => {
    const was = momentOf(...GROUND, stage('q'), talk('k', { title: 'Old', slot: slot(FRIDAY, '10:00', 'q') }))
    const is = momentOf(...GROUND, talk('k', { slot: slot(FRIDAY, '15:00') }))
    expect(work(was, is, on(FRIDAY))).toEqual({
      patch: [{ op: 'set', kind: 'talks', id: 'k', fields: { title: 'Old' } }],
      left: [{ kind: 'talks', id: 'k', name: 'k', why: 'stageGone' }],
    })
  })

  it('copes with speakers who are no more, and with a talk on the shelf', () => {
    const was = then({ slot: slot(FRIDAY, '10:00'), speakerIds: ['erased'] })
    expect(work(was, then({ slot: null }), on(FRIDAY)).patch).toEqual([
      { op: 'set', kind: 'talks', id: 'k', fields: { slot: slot(FRIDAY, '10:00'), speakerIds: ['erased'] } },
    ])
    expect(work(was, then({}), on('2027-03-13')).patch).toEqual([])
  })
})
