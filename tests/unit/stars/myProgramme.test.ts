import { describe, expect, it } from 'vitest'
import { stars } from '#shared/i18n/en/stars'
import type { Agenda, AgendaSlot } from '~/features/stars/agenda'
import { myProgramme } from '~/features/stars/myProgramme'

/** 12 March 2027, 10:00 in Brussels. */
const TEN = Date.parse('2027-03-12T09:00:00Z') / 60_000
const DAY = 1440

const slot = (after: number, minutes = 45, stage = 'a', key = 'slot'): AgendaSlot => [stage, TEN + after, minutes, key]

const agenda = (talks: Agenda['talks'], gone: Agenda['gone'] = {}): Agenda => ({
  timeZone: 'Europe/Brussels',
  release: 1,
  days: [
    { day: '2027-03-12', from: TEN - 360, until: TEN + DAY - 360 },
    { day: '2027-03-13', from: TEN + DAY - 360, until: TEN + 2 * DAY - 360 },
  ],
  stages: [
    { id: 'a', name: 'Agora', hallId: 'hall', place: [0, 0, 2000, 2000, 0] },
    { id: 'b', name: 'Barn', hallId: 'hall', place: [500_000, 0, 2000, 2000, 0] },
  ],
  talks,
  gone,
})

const kept = (ids: readonly string[], starredAt = 1000) => ({
  stars: new Map(ids.map((id) => [id, starredAt])),
  signups: [],
})
const mine = (a: Agenda, k: Parameters<typeof myProgramme>[1], minute = TEN - 600) =>
  myProgramme(a, k, minute, 'en', stars.words)
const notes = (result: ReturnType<typeof mine>) =>
  Object.fromEntries(
    result.days.flatMap(({ rows }) => rows.map(({ ref, notes: said }) => [ref, said.map(({ kind }) => kind)])),
  )

describe('my programme', () => {
  it('lists by day and time what is starred and nothing else, the night with its evening', () => {
    const talks = [
      { id: 'later', title: 'Later', slots: [slot(DAY)] },
      { id: 'night', title: 'Night', slots: [slot(15 * 60 + 30)] },
      { id: 'first', title: 'First', slots: [slot(0)] },
      { id: 'other', title: 'Other', slots: [slot(0)] },
      { id: 'someday', title: 'Some day', slots: [] },
    ]
    const { days, next } = mine(agenda(talks), kept(['later', 'night', 'first', 'someday']))
    expect(days.map(({ title, rows }) => [title, rows.map(({ from, title: name }) => `${from} ${name}`)])).toEqual([
      ['Friday 12 March', ['10:00 First', '01:30 Night']],
      ['Saturday 13 March', ['10:00 Later']],
      ['No time yet', [' Some day']],
    ])
    expect(next?.row.ref).toBe('first')
  })

  it('says what is over, on and next', () => {
    const talks = [0, 60, 120, 180].map((at, n) => ({ id: `t${n}`, title: `T${n}`, slots: [slot(at)] }))
    const cancelled = talks.map((talk, n) => (n === 2 ? { ...talk, cancelled: true as const } : talk))
    const { days, next } = mine(agenda(cancelled), kept(['t0', 't1', 't2', 't3']), TEN + 61)
    expect(days[0]?.rows.map(({ when }) => when)).toEqual(['over', 'now', 'later', 'next'])
    expect(next?.row.ref).toBe('t3')
    expect(mine(agenda(talks), kept(['t0']), TEN + DAY).next).toBeNull()
  })

  it('warns of clashes and of walks that are too long, not of what is cancelled or taken back', () => {
    const talks = [
      { id: 'one', title: 'One', slots: [slot(0)] },
      { id: 'two', title: 'Two', slots: [slot(30)] },
      { id: 'far', title: 'Far', slots: [slot(76, 45, 'b')] },
    ]
    expect(notes(mine(agenda(talks), kept(['one', 'two', 'far'])))).toEqual({
      one: ['clash'],
      two: ['clash', 'walk'],
      far: ['walk'],
    })
    const off = talks.map((talk) => (talk.id === 'two' ? { ...talk, cancelled: true as const } : talk))
    expect(notes(mine(agenda(off), kept(['one', 'two', 'far'])))).toEqual({ one: [], two: ['cancelled'], far: [] })
    const back = { ...kept(['one', 'far']), takenBack: new Set(['two']) }
    expect(notes(mine(agenda(talks), back))).toEqual({ one: [], two: [], far: [] })
  })

  it('tells a move to whoever starred before it, unless it moved back', () => {
    const was = [[2000, 'Barn', TEN + 120]] as const
    const moved = agenda([{ id: 'one', title: 'One', slots: [slot(0)], was }])
    const [row] = mine(moved, kept(['one'], 1000)).days[0]?.rows ?? []
    expect(row?.notes).toEqual([{ kind: 'moved', text: 'Moved: was Friday 12:00, Barn' }])
    expect(notes(mine(moved, kept(['one'], 3000)))).toEqual({ one: [] })
    const back = agenda([
      {
        id: 'one',
        title: 'One',
        slots: [slot(0)],
        was: [[2000, 'Agora', TEN], ...was.map(([, ...to]) => [2500, ...to] as const)],
      },
    ])
    expect(notes(mine(back, kept(['one'], 1000)))).toEqual({ one: [] })
  })

  it('holds seats and places in a waiting list too, and names what is gone', () => {
    const talks = [
      { id: 'one', title: 'One', slots: [slot(0)] },
      { id: 'two', title: 'Two', slots: [slot(60), slot(DAY, 45, 'a', 'slot:x')] },
    ]
    const result = mine(agenda(talks, { lost: 'Lost', never: 'Never starred' }), {
      stars: new Map([['lost', 1]]),
      signups: [
        { talkId: 'one', state: 'seated', position: null },
        { talkId: 'two', state: 'waiting', position: 3 },
      ],
    })
    expect(notes(result)).toEqual({ one: ['seat'], two: ['waiting', 'repeat'], 'two:x': ['waiting', 'repeat'] })
    expect(result.days[0]?.rows[1]?.notes[0]?.text).toBe('Waiting list, place 3')
    expect(result.gone).toEqual(['Lost'])
  })
})
