import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan, Talk } from '#shared/document/records'
import type { PersonId, SectorId, StageId, TalkId } from '#shared/kernel/ids'
import { gridDays } from '#shared/programme/gridDays'
import { clashes } from '#shared/programme/queries/clashes'
import { filterSlots } from '#shared/programme/queries/filterSlots'
import { lanes } from '#shared/programme/queries/lanes'
import { nowAndNext } from '#shared/programme/queries/nowAndNext'
import { draftProgramme, programmeDiff, visibleChanges } from '#shared/programme/queries/programmeDiff'
import { relatedTalks } from '#shared/programme/queries/relatedTalks'
import { createTalkSearch, searchTalks } from '#shared/programme/queries/searchTalks'
import { NO_PROGRAMME, releasedProgramme } from '#shared/programme/release'
import { overlap, slotsOf } from '#shared/programme/slots'
import { unscheduledTalks } from '#shared/programme/standing'
import { at, BRUSSELS, programmeOf, SATURDAY, span, stage, talk } from './fixtures'
import { runs } from './programmeArbitrary'

const TEN = at('10:00')
const stages = [stage('a', [0, 0]), stage('b', [150, 0])]
const planOfTalks = (...talks: object[]): Plan => programmeOf({ stages, talks })
const programme = (...talks: object[]) => releasedProgramme(planOfTalks(...talks))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('programmeDiff', () => {
  const changed = (before: object, after: object) => {
    const [only] = programmeDiff(programme(before), programme(after))
    return only && [...only.changes, ...only.fields].join(' ')
  }
  const base = talk('t', ['a', TEN, 30])

  it('tells what happened to each talk, and nothing of those that stayed', () => {
    expect(changed(base, base)).toBeUndefined()
    expect(changed(base, talk('t', ['b', TEN, 30]))).toBe('moved')
    expect(changed(base, talk('t', ['a', TEN + 5, 30]))).toBe('retimed')
    expect(changed(base, talk('t', ['a', TEN, 35]))).toBe('retimed')
    expect(changed(base, talk('t', ['b', TEN, 35]))).toBe('moved retimed')
    expect(changed(base, talk('t', null))).toBe('unscheduled')
    expect(changed(talk('t', null), base)).toBe('scheduled')
    expect(changed(base, { ...base, state: 'cancelled' })).toBe('cancelled')
    expect(changed({ ...base, state: 'cancelled' }, base)).toBe('restored')
    expect(changed(base, { ...base, title: { nl: 'Anders' }, speakerIds: ['x'] })).toBe('changed title speakerIds')
    const written = { en: 'Talk t', fr: 'Session t', nl: 'Sessie t' }
    expect(changed(base, { ...base, title: written, guid: 'g', carried: { a: 1 } })).toBeUndefined()
  })

  it('lists talks that are new and gone, by time, each slot with its before and after', () => {
    const before = programme(talk('gone', ['a', TEN, 30]), talk('moved', ['a', TEN + 60, 30]))
    const after = programme(talk('moved', ['b', TEN + 90, 30]), talk('new', ['a', TEN + 30, 30]))
    const changes = programmeDiff(before, after)
    expect(changes.map((change) => [change.id, ...change.changes])).toEqual([
      ['gone', 'gone'],
      ['new', 'new'],
      ['moved', 'moved', 'retimed'],
    ])
    expect(changes[0]).toMatchObject({ after: null, slots: [{ key: 'slot', before: { start: TEN }, after: null }] })
    expect(changes[2]?.slots).toMatchObject([
      { key: 'slot', before: { stageId: 'a', start: TEN + 60 }, after: { stageId: 'b', start: TEN + 90 } },
    ])
  })

  it('takes a time that lives on under another key for the same time', () => {
    const before = { ...base, 'slot:r': ['b', TEN + 60, 30] }
    expect(changed(before, talk('t', ['b', TEN + 60, 30]))).toBe('unscheduled')
    expect(changed(before, { ...talk('t', ['b', TEN + 60, 30]), 'slot:r': ['a', TEN, 30] })).toBeUndefined()
    expect(
      changed(before, { ...talk('t', null), 'slot:q': ['a', TEN, 30], 'slot:r': ['b', TEN + 60, 30] }),
    ).toBeUndefined()
    expect(changed(before, { ...base, 'slot:r': ['b', TEN + 65, 30] })).toBe('retimed')
  })

  it('keeps to itself what only organisers see', () => {
    const changes = programmeDiff(programme(base), programme({ ...base, audience: 9 }))
    expect(changes).toHaveLength(1)
    expect(visibleChanges(changes)).toEqual([])
    const both = programmeDiff(programme(base), programme({ ...base, audience: 9, kind: 'debate' }))
    expect(visibleChanges(both)).toMatchObject([{ changes: ['changed'], fields: ['kind'] }])
  })

  it('compares a draft as it would be published', () => {
    const latest = releasedProgramme(planOfTalks(base, talk('known', ['b', TEN, 30])))
    const draft = planOfTalks(
      base,
      talk('known', ['b', TEN, 30], { state: 'cancelled' }),
      talk('idea', ['a', TEN + 60, 30], { state: 'idea' }),
      talk('never', ['a', TEN + 60, 30], { state: 'cancelled' }),
    )
    const next = draftProgramme(draft, latest, new Date(0))
    expect(programmeDiff(latest, next).map((change) => [change.id, ...change.changes])).toEqual([
      ['known', 'cancelled'],
    ])
    expect(ids(programmeDiff(NO_PROGRAMME, next))).toEqual(['known', 't'])
  })
})

describe('searchTalks', () => {
  const plan = programmeOf({
    stages: [stage('a', [0, 0], { name: { nl: 'Grote zaal', fr: 'Grande salle' } })],
    sectors: [{ id: 's', name: { nl: 'Muziek', fr: 'Musique', en: 'Music' }, code: 'MU', tint: 0 }],
    talks: [
      talk('one', ['a', TEN, 30], {
        title: { nl: 'Café Übung', fr: 'Répétition' },
        abstract: { nl: '<p>Over <b>samen</b>werken &eacute;n delen</p>' },
        speakerIds: ['x'],
      }),
      talk('two', null, { title: { nl: 'Iets anders' }, sectorId: 's' }),
    ],
  })
  const find = (text: string) =>
    ids(searchTalks(plan.talks.values(), text, { plan, nameOf: (id) => (id === 'x' ? 'Zoë Ångström' : undefined) }))

  it.each([
    ['cafe ubung', ['one']],
    ['REPETITION', ['one']],
    ['samenwerken', ['one']],
    ['én', ['one']],
    ['zoe angstrom', ['one']],
    ['zoe cafe', ['one']],
    ['grande salle', ['one']],
    ['music', ['two']],
    ['zoe music', []],
    ['strong', []],
    ['<p>', []],
    ['  ', ['one', 'two']],
  ])('finds %s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it('makes each talk ready once', () => {
    let asked = 0
    const nameOf = () => {
      asked++
      return 'Someone'
    }
    const search = createTalkSearch(plan.talks.values(), { plan, nameOf })
    for (const text of ['s', 'so', 'som']) expect(ids(search(text))).toContain('one')
    expect(asked).toBe(1)
  })
})

describe('filterSlots', () => {
  const plan = planOfTalks(
    talk('t', ['a', TEN, 30], {
      sectorId: 's',
      kind: 'debate',
      language: 'nl-BE',
      speakerIds: ['x'],
      'slot:r': ['b', at('10:00', SATURDAY), 30],
    }),
    talk('u', ['a', TEN + 60, 30], { language: 'fr' }),
  )
  const { talks, slots } = releasedProgramme(plan)
  const kept = (filter: Parameters<typeof filterSlots>[2]) =>
    filterSlots(slots, talks, filter).map(({ talkId, key }) => `${talkId} ${key}`)
  it('keeps what fits in everything asked for', () => {
    const days = gridDays([span('09:00', '18:00'), span('09:00', '18:00', SATURDAY)], slots, BRUSSELS)
    expect(kept({})).toEqual(['t slot', 'u slot', 't slot:r'])
    expect(kept({ stageId: 'a' as StageId, sectorId: null })).toEqual(['t slot', 'u slot'])
    expect(kept({ day: days[1]! })).toEqual(['t slot:r'])
    expect(kept({ language: 'nl' })).toEqual(['t slot', 't slot:r'])
    expect(kept({ language: 'n' })).toEqual([])
    expect(kept({ kind: 'debate', day: days[0]! })).toEqual(['t slot'])
    expect(kept({ sectorId: 's' as SectorId, stageId: 'b' as StageId })).toEqual(['t slot:r'])
    expect(kept({ personId: 'x' as PersonId, state: 'confirmed' })).toHaveLength(2)
  })
})

describe('nowAndNext', () => {
  it('has what is on from its first minute to its last, and the next of each stage', () => {
    const all = programme(
      talk('on', ['a', TEN, 30]),
      talk('next', ['a', TEN + 30, 30]),
      talk('later', ['a', TEN + 60, 30]),
      talk('off', ['b', TEN, 30], { state: 'cancelled' }),
      talk('b', ['b', TEN + 200, 30]),
    )
    const told = (minute: number) => {
      const { now, next } = nowAndNext(all, minute)
      return [now.map(({ talkId }) => talkId).join(' '), next.map(({ talkId }) => talkId).join(' ')]
    }
    expect(told(TEN)).toEqual(['on', 'next b'])
    expect(told(TEN + 29)).toEqual(['on', 'next b'])
    expect(told(TEN + 30)).toEqual(['next', 'later b'])
    expect(told(TEN - 1)).toEqual(['', 'on b'])
    expect(told(TEN + 1000)).toEqual(['', ''])
  })
})

describe('relatedTalks', () => {
  it('puts sequels before speakers before sectors, and leaves the rest', () => {
    const all = programme(
      talk('t', ['a', TEN, 30], { sectorId: 's', speakerIds: ['x'] }),
      talk('sector', ['a', TEN + 30, 30], { sectorId: 's' }),
      talk('sectorSoon', ['a', TEN + 5, 30], { sectorId: 's' }),
      talk('speaker', ['a', TEN + 60, 30], { speakerIds: ['x'] }),
      talk('sequel', ['a', TEN + 90, 30], { prerequisiteId: 't' }),
      talk('kind', ['a', TEN + 120, 30]),
      talk('off', ['a', TEN + 150, 30], { sectorId: 's', state: 'cancelled' }),
    )
    expect(ids(relatedTalks(all, 't' as TalkId))).toEqual(['sequel', 'speaker', 'sectorSoon', 'sector'])
    expect(ids(relatedTalks(all, 't' as TalkId, 1))).toEqual(['sequel'])
    expect(relatedTalks(all, 'gone' as TalkId)).toEqual([])
  })
})

describe('lanes', () => {
  it('lays out what overlaps side by side, as narrow as needed', () => {
    const [a, b, c, d] = [
      { start: 0, end: 60 },
      { start: 0, end: 30 },
      { start: 30, end: 60 },
      { start: 60, end: 90 },
    ] as const
    const placed = lanes([a, b, c, d])
    expect([a, b, c, d].map((slot) => placed.get(slot))).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 1 },
    ])
  })
  it('never lays one over another, and takes no more lanes than overlap at once', () => {
    const anySlots = fc.array(
      fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: start + length })),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(anySlots, (slots) => {
        const placed = lanes(slots)
        expect(placed.size).toBe(slots.length)
        for (const a of slots) {
          const { lane, lanes: width } = placed.get(a)!
          expect(lane).toBeLessThan(width)
          for (const b of slots) {
            if (a === b || !overlap(a, b)) continue
            expect(placed.get(b)!.lane).not.toBe(lane)
            expect(placed.get(b)!.lanes).toBe(width)
          }
        }
        const atOnce = (minute: number) => slots.filter(({ start, end }) => start <= minute && minute < end).length
        const most = Math.max(0, ...slots.map(({ start }) => atOnce(start)))
        expect(Math.max(0, ...[...placed.values()].map(({ lanes: width }) => width))).toBe(most)
      }),
      runs(200),
    )
  })
})

describe('clashes', () => {
  const told = (...talks: object[]) => {
    const plan = planOfTalks(...talks)
    return clashes([...plan.talks.values()].flatMap(slotsOf), plan).map(
      ({ kind, earlier, later, minutes, needed, avoidable }) =>
        `${kind} ${earlier.talkId} ${later.talkId} ${minutes}/${needed}${avoidable ? ' avoidable' : ''}`,
    )
  }
  it('warns of overlaps to the minute, and of walks that are too long', () => {
    expect(told(talk('t', ['a', TEN, 30]), talk('u', ['a', TEN + 30, 30]))).toEqual([])
    expect(told(talk('t', ['a', TEN, 30]), talk('u', ['a', TEN + 29, 30]))).toEqual(['overlap t u 1/0'])
    expect(told(talk('t', ['a', TEN, 30]), talk('u', ['b', TEN + 33, 30]))).toEqual([])
    expect(told(talk('t', ['a', TEN, 30]), talk('u', ['b', TEN + 32, 30]))).toEqual(['walk t u 2/3'])
    expect(told(talk('t', ['gone', TEN, 30]), talk('u', ['b', TEN + 30, 30]))).toEqual([])
  })
  it('knows that one of several times will do', () => {
    const twice = talk('t', ['a', TEN, 30], { 'slot:r': ['a', TEN + 300, 30] })
    expect(told(twice, talk('u', ['a', TEN + 10, 30]))).toEqual(['overlap t u 20/0 avoidable'])
    expect(told(talk('t', ['a', TEN, 30], { 'slot:r': ['b', TEN, 30] }))).toEqual([])
  })
})

describe('unscheduledTalks', () => {
  it('has what is to take place and has no place', () => {
    const plan = planOfTalks(
      talk('placed', ['a', TEN, 30]),
      talk('none', null),
      talk('lost', ['gone', TEN, 30]),
      talk('repeat', null, { 'slot:r': ['a', TEN, 30] }),
      talk('cancelled', null, { state: 'cancelled' }),
      talk('removed', null, { removed: true }),
    )
    expect(ids(unscheduledTalks(plan) as Talk[])).toEqual(['none', 'lost'])
  })
})
