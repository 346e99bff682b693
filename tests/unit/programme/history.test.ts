import { describe, expect, it } from 'vitest'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Talk } from '#shared/document/records'
import type { TalkId } from '#shared/kernel/ids'
import {
  NO_PROGRAMME,
  nextHistory,
  type ReleasedProgramme,
  releasedProgramme,
  sameTalk,
} from '#shared/programme/release'

const at = (day: number) => new Date(Date.UTC(2027, 0, day))

function talk(id: string, fields: object = {}): Talk {
  const read = decodeRecord('talks', id, { title: { nl: id }, state: 'confirmed', ...fields })
  if (!read.ok) throw new Error(read.malformed.problem)
  return read.record
}
const talksOf = (...talks: Talk[]) => new Map(talks.map((one) => [one.id, one]))
const released = (talks: Map<TalkId, Talk>, history: ReturnType<typeof nextHistory>): ReleasedProgramme =>
  releasedProgramme({ ...emptyPlan(), talks }, history)
const sequences = (history: ReturnType<typeof nextHistory>) =>
  Object.fromEntries([...history].map(([id, { sequence }]) => [id, sequence]))

describe('the sequence of a talk', () => {
  it('starts at 0, stays where nothing changed and grows where something did', () => {
    const first = nextHistory(talksOf(talk('a'), talk('b')), NO_PROGRAMME, at(1))
    const before = released(talksOf(talk('a'), talk('b')), first)
    const second = nextHistory(talksOf(talk('a', { audience: 5 }), talk('b'), talk('c')), before, at(2))
    expect(sequences(second)).toEqual({ a: 1, b: 0, c: 0 })
    expect(second.get('a' as TalkId)?.changedAt).toEqual(at(2))
    expect(second.get('b' as TalkId)?.changedAt).toEqual(at(1))
  })

  it('grows for one that goes, so that its cancellation is newer than what calendars hold', () => {
    const before = released(talksOf(talk('a')), nextHistory(talksOf(talk('a')), NO_PROGRAMME, at(1)))
    expect(sequences(nextHistory(new Map(), before, at(2)))).toEqual({ a: 1 })
  })

  it('never falls behind what was published: not in a release that was withdrawn, nor before it went', () => {
    const first = released(talksOf(talk('a')), nextHistory(talksOf(talk('a')), NO_PROGRAMME, at(1)))
    const highest = new Map([
      ['a' as TalkId, 4],
      ['b' as TalkId, 2],
    ])
    const next = nextHistory(talksOf(talk('a', { audience: 9 }), talk('b')), first, at(2), highest)
    expect(sequences(next)).toEqual({ a: 5, b: 3 })
  })
})

it('two talks are the same whatever the order of their fields, also within what an import carried', () => {
  const one = talk('a', { carried: { b: { y: 1, xx: [1, 2] }, aa: 2 } })
  const other = talk('a', { carried: { aa: 2, b: { xx: [1, 2], y: 1 } } })
  expect(sameTalk(one, other)).toBe(true)
  expect(sameTalk(one, talk('a', { carried: { aa: 2, b: { xx: [2, 1], y: 1 } } }))).toBe(false)
})
