import { describe, expect, it } from 'vitest'
import { applyPatch } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import { standingOf } from '#shared/merge/choose'
import type { Dispute } from '#shared/merge/dispute'
import { drop, put, set, twoSides } from './twoSides'

const place = (x: number) => [x, 0, 3000, 3000, 0]

function meeting(mine: Patch[], theirs: Patch[]) {
  const sides = twoSides()
  for (const patch of mine) sides.mine.apply(patch)
  for (const patch of theirs) applyPatch(sides.theirs, patch)
  return { ...sides, disputes: sides.meet() }
}
const keys = (disputes: readonly Dispute[]) => disputes.map(({ key }) => key).sort()

describe('what both sides changed while one was away', () => {
  it('names the field that both changed, with both values, and who it was', () => {
    const { disputes, read } = meeting([set('booths', 'a', { number: 'M1' })], [set('booths', 'a', { number: 'T1' })])
    expect(disputes).toMatchObject([
      {
        type: 'field',
        key: 'booths/a/number',
        mine: { number: 'M1' },
        theirs: { number: 'T1' },
        by: { accountId: 'ann' },
      },
    ])
    expect(['M1', 'T1']).toContain(read('mine', 'booths', 'a')?.number)
  })

  it('says nothing of different fields, of different records, of the same value, of nothing', () => {
    expect(meeting([set('booths', 'a', { number: 'M1' })], [set('booths', 'a', { place: place(9) })]).disputes).toEqual(
      [],
    )
    expect(meeting([set('booths', 'a', { number: 'M1' })], [set('booths', 'b', { number: 'T1' })]).disputes).toEqual([])
    expect(meeting([set('booths', 'a', { number: 'X' })], [set('booths', 'a', { number: 'X' })]).disputes).toEqual([])
    expect(meeting([], [set('booths', 'a', { number: 'X' })]).disputes).toEqual([])
    expect(meeting([set('booths', 'a', { number: 'X' })], []).disputes).toEqual([])
  })

  it('counts from before the first edit; what was taken back is listed only where it undid what the others did', () => {
    const twice = [set('booths', 'a', { number: 'M1' }), set('booths', 'a', { number: 'M2' })]
    expect(meeting(twice, [set('booths', 'a', { number: 'T1' })]).disputes).toMatchObject([{ mine: { number: 'M2' } }])
    const back = [set('booths', 'a', { number: 'M1' }), set('booths', 'a', { number: 'A1' })]
    const sides = meeting(back, [set('booths', 'a', { number: 'T1' })])
    const stands = sides.read('mine', 'booths', 'a')?.number
    expect(keys(sides.disputes)).toEqual(stands === 'T1' ? [] : ['booths/a/number'])
  })

  it('takes a rectangle and an outline for one thing', () => {
    const outline = [
      [0, 0],
      [3000, 0],
      [0, 3000],
    ]
    const sides = meeting(
      [set('booths', 'a', { place: place(500) })],
      [set('booths', 'a', { place: undefined, outline })],
    )
    expect(keys(sides.disputes)).toEqual(['booths/a/place'])
    expect(sides.mine.get('booths', 'a')).toBeUndefined()
    sides.choose([[sides.disputes[0]!, 'theirs']])
    expect(sides.mine.get('booths', 'a')).toMatchObject({ outline })
    sides.choose([[sides.disputes[0]!, 'mine']])
    expect(sides.read('theirs', 'booths', 'a')).toMatchObject({ place: place(500) })
    expect(sides.read('theirs', 'booths', 'a')).not.toHaveProperty('outline')
  })

  it('takes each further time of a talk by itself', () => {
    const start = [put('talks', 't', { title: { nl: 'Adem' }, 'slot:x': ['st', 10, 30] })].flat()
    const sides = twoSides([...start])
    sides.mine.apply(set('talks', 't', { 'slot:x': ['st', 20, 30] }))
    applyPatch(sides.theirs, set('talks', 't', { 'slot:x': undefined }))
    const disputes = sides.meet()
    expect(disputes).toMatchObject([{ key: 'talks/t/slot:x', mine: { 'slot:x': ['st', 20, 30] } }])
    sides.choose([[disputes[0]!, 'theirs']])
    expect(sides.read('theirs', 'talks', 't')).not.toHaveProperty('slot:x')
  })

  it('lists two reasons for the same accepted conflict', () => {
    const waiver = (reason: string, at: number) => put('waivers', 'v', { conflict: 'c', reason, accountId: null, at })
    const sides = meeting([waiver('mine', 1)], [waiver('theirs', 2)])
    expect(keys(sides.disputes)).toEqual(['waivers/v/reason'])
    sides.choose([[sides.disputes[0]!, 'mine']])
    expect(sides.read('theirs', 'waivers', 'v')).toMatchObject({ reason: 'mine', at: 1 })
  })
})

describe('a removal against an edit', () => {
  it('is listed where they removed what was edited here; keeping it brings it back with the edit', () => {
    for (const [kind, id, gone] of [
      ['booths', 'a', set('booths', 'a', { removed: true })],
      ['walls', 'w', drop('walls', 'w')],
    ] as const) {
      const sides = meeting([set(kind, id, { place: place(700) })], [gone])
      expect(sides.disputes).toMatchObject([
        { type: 'removal', key: `${kind}/${id}`, removedBy: 'theirs', edited: ['place'] },
      ])
      const [dispute] = sides.disputes
      expect(standingOf(dispute!, sides.read('mine', kind, id))).toBe('theirs')
      sides.choose([[dispute!, 'mine']])
      expect(sides.read('theirs', kind, id)).toMatchObject({ place: place(700) })
      expect(sides.read('theirs', kind, id)?.removed ?? false).toBe(false)
      sides.choose([[dispute!, 'theirs']])
      const left = sides.read('theirs', kind, id)
      expect(left === null || left.removed).toBe(true)
    }
  })

  it('is listed where they edited what was removed here; keeping it brings it back with their edit', () => {
    for (const [kind, id, gone] of [
      ['talks', 't', set('talks', 't', { removed: true })],
      ['walls', 'w', drop('walls', 'w')],
    ] as const) {
      const edit = kind === 'talks' ? { title: { nl: 'Nieuw' } } : { place: place(700) }
      const sides = meeting([gone], [set(kind, id, edit)])
      expect(sides.disputes).toMatchObject([{ type: 'removal', key: `${kind}/${id}`, removedBy: 'mine' }])
      sides.choose([[sides.disputes[0]!, 'theirs']])
      expect(sides.read('theirs', kind, id)).toMatchObject(edit)
      expect(sides.read('theirs', kind, id)?.removed ?? false).toBe(false)
    }
  })

  it('is not listed where both removed it, or where the other side left it alone', () => {
    const gone = set('booths', 'a', { removed: true })
    expect(meeting([gone], [gone]).disputes).toEqual([])
    expect(meeting([gone], []).disputes).toEqual([])
    expect(meeting([], [gone]).disputes).toEqual([])
    expect(meeting([drop('walls', 'w')], [drop('walls', 'w')]).disputes).toEqual([])
    expect(
      meeting(
        [put('walls', 'x', { hallId: 'h', place: place(1) }), drop('walls', 'x')].flat(1).map((c) => [c]),
        [],
      ).disputes,
    ).toEqual([])
  })

  it('brings back the hall with what was drawn in it here', () => {
    const theirs = [
      ...set('booths', 'a', { removed: true }),
      ...set('booths', 'b', { removed: true }),
      ...drop('halls', 'h'),
    ]
    const fresh = put('booths', 'n', { hallId: 'h', number: 'N1', place: place(0) })
    const sides = meeting([fresh, set('booths', 'a', { number: 'M1' })], [theirs])
    expect(keys(sides.disputes)).toEqual(['booths/a', 'halls/h'])
    expect(sides.disputes.find(({ key }) => key === 'halls/h')).toMatchObject({
      removedBy: 'theirs',
      uses: [{ kind: 'booths', id: 'n' }],
    })
    sides.choose(sides.disputes.map((dispute) => [dispute, 'mine'] as const))
    expect(sides.read('theirs', 'halls', 'h')).toMatchObject({ name: { nl: 'Hal' } })
    expect(sides.read('theirs', 'booths', 'a')).toMatchObject({ number: 'M1', removed: false })
    expect(sides.read('theirs', 'booths', 'b')).toMatchObject({ removed: true })
  })

  it('brings a stage back with its hall, for a talk that was put on it here', () => {
    const theirs = [...drop('stages', 'st'), ...drop('halls', 'h')]
    const sides = meeting([set('talks', 't', { slot: ['st', 10, 30] })], [theirs])
    expect(keys(sides.disputes)).toEqual(['stages/st'])
    sides.choose([[sides.disputes[0]!, 'mine']])
    expect(sides.read('theirs', 'stages', 'st')).not.toBeNull()
    expect(sides.read('theirs', 'halls', 'h')).not.toBeNull()
  })

  it('asks about a stage removed here onto which they put a talk', () => {
    const sides = meeting([drop('stages', 'st')], [set('talks', 't', { slot: ['st', 10, 30] })])
    expect(sides.disputes).toMatchObject([{ key: 'stages/st', removedBy: 'mine', uses: [{ kind: 'talks', id: 't' }] }])
    sides.choose([[sides.disputes[0]!, 'theirs']])
    expect(sides.read('theirs', 'stages', 'st')).not.toBeNull()
  })

  it('keeps a booth on its feet that was edited there and whose hall was removed here', () => {
    const mine = [...set('booths', 'a', { removed: true }), ...drop('halls', 'h')]
    const sides = meeting([mine], [set('booths', 'a', { number: 'T1' })])
    const booth = sides.disputes.find(({ key }) => key === 'booths/a')
    sides.choose([[booth!, 'theirs']])
    expect(sides.read('theirs', 'booths', 'a')).toMatchObject({ number: 'T1', removed: false })
    expect(sides.read('theirs', 'halls', 'h')).not.toBeNull()
  })

  it('lists single edits that a record written anew as a whole took with it', () => {
    const whole = { hallId: 'h', number: 'A1', sectorId: null, place: place(0) }
    const theirs = meeting([set('booths', 'a', { number: 'M1' })], [put('booths', 'a', whole)])
    expect(keys(theirs.disputes)).toEqual(['booths/a/number'])
    theirs.choose([[theirs.disputes[0]!, 'mine']])
    expect(theirs.read('theirs', 'booths', 'a')).toMatchObject({ number: 'M1' })
  })
})
