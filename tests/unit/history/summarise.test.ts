import { describe, expect, it } from 'vitest'
import type { StoredFields } from '#shared/document/patch'
import type { RecordKind } from '#shared/document/records'
import { type Difference, summarise } from '#shared/history/summarise'

const around = { hall: () => ({ name: { nl: 'Hal' } }), dayOf: (minute: number) => `day ${minute}` }
const booth = { hallId: 'h', number: 'A1', place: [0, 0, 1000, 1000, 0] }
const talk = { title: { nl: 'Sessie', fr: 'Séance' }, slot: ['p', 5, 45] }
const of = (before: StoredFields | null, after: StoredFields | null, kind: RecordKind = 'booths'): Difference => ({
  ...{ kind, before, after },
  id: 'x',
})
const op = (...difference: Parameters<typeof of>) => summarise([of(...difference)], around).records[0]?.op

describe('what happened', () => {
  it.each<[string, ReturnType<typeof op>, Parameters<typeof of>]>([
    ['added', 'added', [null, booth]],
    ['deleted', 'removed', [booth, null]],
    ['flagged', 'removed', [booth, { ...booth, removed: true }]],
    ['unflagged', 'restored', [{ ...booth, removed: true }, booth]],
    ['moved', 'moved', [booth, { ...booth, place: [1, 0, 1000, 1000, 900] }]],
    ['taken to another hall', 'moved', [booth, { ...booth, hallId: 'i' }]],
    ['made larger', 'changed', [booth, { ...booth, place: [0, 0, 2000, 1000, 0] }]],
    ['moved and renumbered', 'changed', [booth, { ...booth, place: [1, 0, 1000, 1000, 0], number: 'A2' }]],
    ['given another time', 'moved', [talk, { ...talk, 'slot:a': ['p', 9, 45] }, 'talks']],
    ['put back on the way', undefined, [booth, { ...booth }]],
    ['edited while it is gone', undefined, [{ ...booth, removed: true }, { removed: true }]],
    ['the same in another order', undefined, [talk, { ...talk, title: { fr: 'Séance', nl: 'Sessie' } }, 'talks']],
    ['nonsense', 'changed', [booth, { number: 7 }]],
  ])('%s', (_what, expected, difference) => {
    expect(op(...difference)).toBe(expected)
  })

  it('counts all, names ten, in the order of kinds, with halls and days', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ ...of(null, { ...booth, number: `A${n}` }), id: `b${n}` }))
    const summary = summarise([of(talk, { ...talk, slot: ['p', 3, 45] }, 'talks'), ...many], around)
    expect(summary).toMatchObject({ count: 13, counts: { booths: { added: 12 }, talks: { moved: 1 } } })
    expect(summary.records.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, n) => `A${n}`))
    expect([summary.halls, summary.days]).toEqual([[{ id: 'h', name: { nl: 'Hal' } }], ['day 3', 'day 5']])
  })
})
