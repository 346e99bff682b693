import { describe, expect, it } from 'vitest'
import type { BoothId } from '#shared/kernel/ids'
import { checkProgramme } from '#shared/programme/conflicts/conflictChecker'
import { severityOf } from '#shared/programme/conflicts/rule'
import { CONFLICT_RULES, type ProgrammeContext } from '#shared/programme/conflicts/types'
import { at, contextOf, person, programmeOf, span, stage, talk } from './fixtures'

type Records = Parameters<typeof programmeOf>[0]

/** Each conflict as `rule slots measured/limit from-until`, times as minutes after ten o'clock. */
const TEN = at('10:00')
const found = (records: Records, context: ProgrammeContext = contextOf()) =>
  checkProgramme(programmeOf(records), context).map(
    ({ rule, slots, measured, limit, from, until }) =>
      `${rule} ${slots.join(' ')} ${measured}/${limit} ${from - TEN}-${until - TEN}`,
  )

const A = stage('a')
const B = stage('b')
const X = { speakerIds: ['x'] }

describe('stageDouble', () => {
  const two = (start: number) => ({ stages: [A], talks: [talk('t', ['a', TEN, 30]), talk('u', ['a', start, 30])] })
  it('lets one talk start when another ends, not a minute sooner', () => {
    expect(found(two(TEN + 30))).toEqual([])
    expect(found(two(TEN + 29))).toEqual(['stageDouble t u 1/0 29-30'])
  })
  it('counts ideas, blockers and two times of one talk, but nothing cancelled, removed or on a stage that is gone', () => {
    const both = (more: object) =>
      found({ stages: [A], talks: [talk('t', ['a', TEN, 30]), talk('u', ['a', TEN, 30], more)] })
    expect(both({ state: 'idea' })).toEqual(['stageDouble t u 30/0 0-30'])
    expect(both({ kind: 'blocker' })).toEqual(['stageDouble t u 30/0 0-30'])
    expect(both({ state: 'cancelled' })).toEqual([])
    expect(both({ removed: true })).toEqual([])
    expect(found({ stages: [A], talks: [talk('t', ['a', TEN, 30], { 'slot:r': ['a', TEN + 20, 30] })] })).toEqual([
      'stageDouble t t:r 10/0 20-30',
    ])
    const nowhere = [talk('t', ['zz', TEN, 30], X), talk('u', ['zz', TEN, 30], X)]
    expect(found({ talks: nowhere })).toEqual([])
    expect(found({ stages: [stage('zz', [10, 10], { hallId: 'gone' })], talks: nowhere })).toEqual([])
  })
})

describe('speakerDouble', () => {
  const two = (start: number, speakerIds = ['x']) => ({
    stages: [A, B],
    talks: [talk('t', ['a', TEN, 30], X), talk('u', ['b', start, 30], { speakerIds })],
  })
  it('lets a speaker end and start in one minute, not speak twice in one', () => {
    expect(found(two(TEN + 30))).toEqual([])
    expect(found(two(TEN + 29))).toEqual(['speakerDouble t u 1/0 29-30'])
    expect(found(two(TEN + 29, ['y']))).toEqual([])
  })
  it('says it once for each speaker, however often one is named', () => {
    const talks = [
      talk('t', ['a', TEN, 30], { speakerIds: ['x', 'y', 'x'] }),
      talk('u', ['b', TEN, 30], { speakerIds: ['y', 'x', 'z'] }),
    ]
    const conflicts = checkProgramme(programmeOf({ stages: [A, B], talks }), contextOf())
    expect(conflicts.map(({ rule, personIds }) => [rule, ...personIds])).toEqual([
      ['speakerDouble', 'x'],
      ['speakerDouble', 'y'],
    ])
  })
})

describe('stageUnavailable', () => {
  const held = (minutes: number, availability?: unknown) => ({
    stages: [stage('a', [10, 10], availability === undefined ? {} : { availability })],
    talks: [talk('t', ['a', TEN, minutes])],
  })
  it('keeps a talk within the times of the stage to the minute', () => {
    expect(found(held(60, [span('10:00', '11:00')]))).toEqual([])
    expect(found(held(61, [span('10:00', '11:00')]))).toEqual(['stageUnavailable t 1/0 60-61'])
    expect(found(held(60, [[TEN + 1, TEN + 60]]))).toEqual(['stageUnavailable t 1/0 0-1'])
  })
  it('joins times that touch, finds the gap in the middle, and takes an empty list for never', () => {
    expect(found(held(60, [span('10:30', '11:00'), span('10:00', '10:30')]))).toEqual([])
    expect(found(held(60, [span('10:00', '10:20'), span('10:25', '11:00')]))).toEqual(['stageUnavailable t 5/0 20-25'])
    expect(found(held(60, []))).toEqual(['stageUnavailable t 60/0 0-60'])
    expect(found(held(60))).toEqual([])
  })
})

describe('speakerUnavailable', () => {
  const records = (minutes: number) => ({ stages: [A], talks: [talk('t', ['a', TEN, minutes], X)] })
  it('keeps a talk within the times of its speakers to the minute', () => {
    const context = contextOf({}, person('x', { availability: [span('10:00', '11:00')] }))
    expect(found(records(60), context)).toEqual([])
    expect(found(records(61), context)).toEqual(['speakerUnavailable t 1/0 60-61'])
  })
  it('knows nothing of those who say nothing or are not known', () => {
    expect(found(records(61), contextOf({}, person('x')))).toEqual([])
    expect(found(records(61), contextOf({}, person('y', { availability: [] })))).toEqual([])
  })
})

describe('outsideHours', () => {
  const held = (start: number, minutes: number, more: object = {}) => ({
    stages: [A],
    talks: [talk('t', ['a', start, minutes], more)],
  })
  it('lets a talk end when the fair closes, not a minute later', () => {
    expect(found(held(at('17:00'), 60))).toEqual([])
    expect(found(held(at('17:00'), 61))).toEqual(['outsideHours t 1/0 480-481'])
    expect(found(held(at('08:59'), 30))).toEqual(['outsideHours t 1/0 -61--60'])
  })
  it('excuses blockers only, and says nothing as long as there are no hours', () => {
    expect(found(held(at('07:00'), 60, { kind: 'blocker' }))).toEqual([])
    expect(found(held(at('07:00'), 60, { kind: 'break' }))).toHaveLength(1)
    expect(found(held(at('07:00'), 60), contextOf({ openSpans: [] }))).toEqual([])
  })
})

describe('overCapacity', () => {
  const held = (more: object, capacity?: number) => ({
    stages: [stage('a', [10, 10], capacity === undefined ? {} : { capacity })],
    talks: [talk('t', ['a', TEN, 30], more)],
  })
  it('lets as many come as the stage holds, not one more', () => {
    expect(found(held({ audience: 50 }, 50))).toEqual([])
    expect(found(held({ audience: 51 }, 50))).toEqual(['overCapacity t 51/50 0-30'])
    expect(found(held({ audience: 10, seats: 51 }, 50))).toEqual(['overCapacity t 51/50 0-30'])
    expect(found(held({ audience: 1 }, 0))).toEqual(['overCapacity t 1/0 0-30'])
    expect(found(held({ audience: 9999 }))).toEqual([])
  })
})

describe('missingEquipment', () => {
  const held = (needs: string[], equipment?: string[]) => ({
    stages: [stage('a', [10, 10], equipment ? { equipment } : {})],
    talks: [talk('t', ['a', TEN, 30], { needs })],
  })
  it('asks for all that a talk needs, whatever the case, of a stage that says nothing too', () => {
    expect(found(held(['projector', 'Power'], ['power', 'projector', 'tables']))).toEqual([])
    expect(found(held(['projector', 'power', 'rope'], ['power']))).toEqual(['missingEquipment t 2/0 0-30'])
    expect(found(held(['power']))).toEqual(['missingEquipment t 1/0 0-30'])
    const [conflict] = checkProgramme(programmeOf(held(['projector', 'rope'], [])), contextOf())
    expect(conflict?.missing).toEqual(['projector', 'rope'])
  })
})

describe('sectorClash', () => {
  const S = { sectorId: 's' }
  const two = (start: number, more: object = S, on = 'b') => ({
    stages: [A, B],
    talks: [talk('t', ['a', TEN, 30], S), talk('u', [on, start, 30], more)],
  })
  it('lets talks of one sector follow each other, not share a minute on two stages', () => {
    expect(found(two(TEN + 30))).toEqual([])
    expect(found(two(TEN + 29))).toEqual(['sectorClash t u 1/0 29-30'])
    expect(found(two(TEN + 29, { sectorId: 'r' }))).toEqual([])
    expect(found(two(TEN + 29, { sectorId: null }))).toEqual([])
    expect(found(two(TEN + 29, S, 'a'))).toEqual(['stageDouble t u 1/0 29-30'])
    expect(found(two(TEN, { ...S, kind: 'break' }))).toEqual([])
  })
})

describe('prerequisite', () => {
  const AFTER = { prerequisiteId: 't' }
  const two = (start: number, first: object = {}, more: object = {}) => ({
    stages: [A, B],
    talks: [talk('t', ['a', TEN, 30], first), talk('u', ['b', start, 30], { ...AFTER, ...more })],
  })
  it('lets a follow-up start when its prerequisite ends, not a minute sooner', () => {
    expect(found(two(TEN + 30))).toEqual([])
    expect(found(two(TEN + 29))).toEqual(['prerequisite t u 1/0 29-30'])
    expect(found(two(TEN - 60))).toEqual(['prerequisite u t 90/0 -60-30'])
  })
  it('is content with any time of the prerequisite, for each time of the follow-up', () => {
    const again = { 'slot:r': ['a', TEN + 120, 30] }
    expect(found(two(TEN + 30, again))).toEqual([])
    expect(found(two(TEN - 10, again, { 'slot:r': ['b', TEN + 60, 10] }))).toEqual(['prerequisite u t 40/0 -10-30'])
  })
  it('asks nothing of what is not scheduled, cancelled, gone or itself', () => {
    expect(found(two(TEN, { slot: null }))).toEqual([])
    expect(found(two(TEN, { state: 'cancelled' }))).toEqual([])
    expect(found({ stages: [A], talks: [talk('u', ['a', TEN, 30], { prerequisiteId: 'gone' })] })).toEqual([])
    expect(found({ stages: [A], talks: [talk('u', ['a', TEN, 30], { prerequisiteId: 'u' })] })).toEqual([])
  })
  it('tells apart two that each ask for the other', () => {
    const plan = programmeOf(two(TEN + 10, { prerequisiteId: 'u' }))
    const keys = checkProgramme(plan, contextOf()).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
  })
})

describe('changeover', () => {
  const TEN_MINUTES = contextOf({ changeover: 10 })
  const two = (start: number, more: object = {}) => ({
    stages: [A],
    talks: [talk('t', ['a', TEN, 30]), talk('u', ['a', start, 30], more)],
  })
  it('asks for as many minutes as the fair says, not one more', () => {
    expect(found(two(TEN + 40), TEN_MINUTES)).toEqual([])
    expect(found(two(TEN + 39), TEN_MINUTES)).toEqual(['changeover t u 9/10 30-39'])
    expect(found(two(TEN + 30), TEN_MINUTES)).toEqual(['changeover t u 0/10 30-30'])
    expect(found(two(TEN + 30))).toEqual([])
  })
  it('leaves what overlaps to stageDouble, excuses breaks and blockers, and counts the time that they take', () => {
    expect(found(two(TEN + 29), TEN_MINUTES)).toEqual(['stageDouble t u 1/0 29-30'])
    expect(found(two(TEN + 31, { kind: 'break' }), TEN_MINUTES)).toEqual([])
    expect(found(two(TEN + 31, { kind: 'blocker' }), TEN_MINUTES)).toEqual([])
    const pause = talk('p', ['a', TEN + 30, 5], { kind: 'break' })
    const around = (gap: number) => ({ ...two(TEN + 30 + gap), talks: [...two(TEN + 30 + gap).talks, pause] })
    expect(found(around(9), TEN_MINUTES)).toEqual(['changeover t u 9/10 30-39'])
    expect(found(around(10), TEN_MINUTES)).toEqual([])
  })
  it('speaks of neighbours only, however short they are', () => {
    const talks = [0, 1, 2].map((i) => talk(`t${i}`, ['a', TEN + i * 5, 5]))
    expect(found({ stages: [A], talks }, TEN_MINUTES)).toEqual([
      'changeover t0 t1 0/10 5-5',
      'changeover t1 t2 0/10 10-10',
    ])
  })
})

describe('walk', () => {
  const two = (gap: number, to: ReturnType<typeof stage>) => ({
    stages: [stage('a', [0, 0]), to],
    talks: [talk('t', ['a', TEN, 30], X), talk('u', [to.id, TEN + 30 + gap, 30], X)],
  })
  it('reckons with 1.2 m/s in a straight line, rounded up', () => {
    const two72 = stage('b', [43.2 * 2, 57.6 * 2])
    expect(found(two(2, two72))).toEqual([])
    expect(found(two(1, two72))).toEqual(['walk t u 1/2 30-31'])
    expect(found(two(2, stage('b', [86.4, 115.3])))).toEqual(['walk t u 2/3 30-32'])
    expect(found(two(0, stage('b', [0, 0])))).toEqual([])
    expect(found(two(0, stage('b', [1, 0])))).toEqual(['walk t u 0/1 30-30'])
  })
  it('takes five minutes from hall to hall', () => {
    const elsewhere = stage('b', [0, 0], { hallId: 'h2' })
    expect(found(two(5, elsewhere))).toEqual([])
    expect(found(two(4, elsewhere))).toEqual(['walk t u 4/5 30-34'])
  })
  it('asks nothing of who stays, or is another', () => {
    expect(found({ stages: [A], talks: [talk('t', ['a', TEN, 30], X), talk('u', ['a', TEN + 30, 30], X)] })).toEqual([])
    const far = two(0, stage('b', [300, 300]))
    expect(found({ ...far, talks: [far.talks[0]!, talk('u', ['b', TEN + 30, 30], { speakerIds: ['y'] })] })).toEqual([])
  })
})

describe('boothAlone', () => {
  const held = (start: number, minutes: number, more: object = {}) => ({
    stages: [A],
    talks: [talk('t', ['a', start, minutes], { ...X, ...more })],
  })
  const alone = (more: object = {}) =>
    contextOf(
      { openSpans: [span('10:00', '18:00')], ...more },
      person('x', { soleBoothIds: ['b1', 'b2'] as BoothId[] }),
    )
  const early = (context: ProgrammeContext, minutes: number, more: object = {}) =>
    found(held(at('09:30'), minutes, more), context).filter((text) => text.startsWith('boothAlone'))
  it('lets the only person of a booth speak until the fair opens, not a minute longer', () => {
    expect(early(alone(), 30)).toEqual([])
    expect(early(alone(), 31)).toEqual(['boothAlone t 1/0 0-1'])
    expect(early(alone(), 31, { kind: 'break' })).toEqual([])
  })
  it('names all booths of a speaker once, and nobody who has help', () => {
    const plan = programmeOf(held(TEN, 30))
    expect(checkProgramme(plan, alone())).toMatchObject([
      { rule: 'boothAlone', boothIds: ['b1', 'b2'], personIds: ['x'] },
    ])
    expect(checkProgramme(plan, contextOf({}, person('x')))).toEqual([])
  })
})

it('gives every rule its severity', () => {
  const errors = CONFLICT_RULES.filter((rule) => severityOf(rule) === 'error')
  expect(errors).toEqual([
    'stageDouble',
    'speakerDouble',
    'stageUnavailable',
    'speakerUnavailable',
    'outsideHours',
    'prerequisite',
    'walk',
  ])
})
