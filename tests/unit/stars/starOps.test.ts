import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TalkId } from '#shared/kernel/ids'
import { parseOrInvalid } from '#shared/kernel/validate'
import { type StarOp, type StarTimes, starChanges, starOpsSchema } from '#shared/stars/starOps'

const id = (n: number) => `talk-${n}` as TalkId
const NOW = 1_000_000

/** A server that keeps what it is told. */
function after(rounds: readonly { ops: readonly StarOp[]; now: number }[]): Set<TalkId> {
  const times = { starred: new Map<TalkId, number>(), unstarred: new Map<TalkId, number>() }
  for (const { ops, now } of rounds) {
    const { star, unstar } = starChanges(times as StarTimes, ops, now)
    for (const talk of [...star.keys(), ...unstar.keys()]) {
      times.starred.delete(talk)
      times.unstarred.delete(talk)
    }
    for (const [talk, at] of star) times.starred.set(talk, at)
    for (const [talk, at] of unstar) times.unstarred.set(talk, at)
  }
  return new Set(times.starred.keys())
}

describe('stars of several devices', () => {
  it('are what was said last of each talk, in whatever order and however often it arrives', () => {
    const word = fc.record({ talk: fc.nat(4), starred: fc.boolean() })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.infiniteStream(fc.nat(99)), (words, order) => {
        const last = new Map(words.map(({ talk, starred }) => [id(talk), starred]))
        // The nth word was said at n seconds; all of them arrive after that, shuffled, each twice.
        const said = words.map(({ talk, starred }, n) => ({ talkId: id(talk), starred, ago: NOW - n * 1000 }))
        const shuffled = [...said, ...said].map((op) => ({ op, key: order.next().value })).sort((a, b) => a.key - b.key)
        const kept = after(shuffled.map(({ op }) => ({ ops: [op], now: NOW })))
        expect(kept).toEqual(new Set([...last].filter(([, starred]) => starred).map(([talk]) => talk)))
      }),
    )
  })

  it('cannot be said before they were: a clock that runs wrong does not win for ever', () => {
    expect(parseOrInvalid(starOpsSchema, [{ talkId: 'a', starred: true }])[0]?.ago).toBe(0)
    expect(() => parseOrInvalid(starOpsSchema, [{ talkId: 'a', starred: true, ago: -1 }])).toThrow()
    expect(parseOrInvalid(starOpsSchema, [{ talkId: 'a', starred: true, ago: 1e15 }])[0]?.ago).toBeLessThan(1e10)
  })
})
