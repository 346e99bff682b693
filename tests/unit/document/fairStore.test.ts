import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, createFairDocument, type FairDocument } from '#shared/document/fairDocument'
import type { Patch } from '#shared/document/patch'
import { MAX_UPDATE_BYTES } from '#shared/document/patch'
import type { HallId } from '#shared/kernel/ids'
import { createFairStore, type FairStore } from '~/canvas/document/fairStore'

const HALL: Patch = [
  {
    op: 'put',
    kind: 'halls',
    id: 'h',
    fields: {
      name: { nl: 'Hal' },
      outline: [
        [0, 0],
        [9000, 0],
        [9000, 9000],
      ],
    },
  },
]
const booth = (id: string, number: string, x = 0): Patch => [
  { op: 'put', kind: 'booths', id, fields: { hallId: 'h', number, sectorId: null, place: [x, 0, 3000, 3000, 0] } },
]
const move = (id: string, x: number): Patch => [
  { op: 'set', kind: 'booths', id, fields: { place: [x, 0, 3000, 3000, 0] } },
]
const remove = (...ids: string[]): Patch =>
  ids.map((id) => ({ op: 'set', kind: 'booths', id, fields: { removed: true } }))
const setNumber = (id: string, number: string): Patch => [{ op: 'set', kind: 'booths', id, fields: { number } }]

/** What travels between two documents that are wired to each other. */
const WIRE = Symbol('wire')
function wire(a: FairDocument, b: FairDocument) {
  const pass = (to: FairDocument) => (update: Uint8Array, origin: unknown) => {
    if (origin !== WIRE) Y.applyUpdate(to, update, WIRE)
  }
  a.on('update', pass(b))
  b.on('update', pass(a))
}

function twoPeople() {
  const [docA, docB] = [createFairDocument(), createFairDocument()]
  wire(docA, docB)
  const tooLarge: string[] = []
  const open = (doc: FairDocument, name: string) => createFairStore(doc, { onTooLarge: () => tooLarge.push(name) })
  return { docA, docB, ada: open(docA, 'ada'), bo: open(docB, 'bo'), tooLarge }
}
const placeOf = (store: FairStore, id: string) => store.get('booths', id)?.place?.[0]

describe('the document as the editor sees it', () => {
  it('tells both sides once a transaction, and who did it', () => {
    const { ada, bo } = twoPeople()
    const heard: unknown[] = []
    ada.subscribe((touched, { local }) => heard.push(['ada', touched.length, local]))
    bo.subscribe((touched, { local }) => heard.push(['bo', touched.length, local]))
    ada.apply([...HALL, ...booth('a', 'A1'), ...booth('b', 'A2', 3000)])
    expect(heard).toEqual([
      ['ada', 3, true],
      ['bo', 3, false],
    ])
    expect(bo.plan.booths.get('b')?.hallId).toBe('h' as HallId)
  })

  it('hands out snapshots that never change, and keeps the maps of kinds that nobody touched', () => {
    const { ada } = twoPeople()
    ada.apply([...HALL, ...booth('a', 'A1')])
    const before = ada.plan
    ada.apply(move('a', 500))
    expect(before.booths.get('a')?.place?.[0]).toBe(0)
    expect(ada.plan.booths.get('a')?.place?.[0]).toBe(500)
    expect(ada.plan.halls).toBe(before.halls)
  })

  it('keeps both edits when two people change different fields of one booth', () => {
    const { ada, bo } = twoPeople()
    ada.apply([...HALL, ...booth('a', 'A1')])
    ada.apply(move('a', 700))
    bo.apply(setNumber('a', 'B7'))
    for (const store of [ada, bo])
      expect(store.get('booths', 'a')).toMatchObject({ number: 'B7', place: [700, 0, 3000, 3000, 0] })
  })

  it('lists a record of the wrong shape and leaves it out of the plan', () => {
    const { ada, bo, docB } = twoPeople()
    ada.apply([...HALL, ...booth('a', 'A1')])
    applyPatch(docB, [{ op: 'set', kind: 'booths', id: 'a', fields: { place: [1.5, 0, 1, 1, 0] } }])
    expect(ada.plan.booths.has('a')).toBe(false)
    expect(ada.malformed.map(({ id }) => id)).toEqual(['a'])
    bo.apply([{ op: 'delete', kind: 'booths', id: 'a' }])
    expect(ada.malformed).toEqual([])
  })

  it('refuses a patch that the server would not take, and leaves the document untouched', () => {
    const { ada, bo, tooLarge } = twoPeople()
    ada.apply([...HALL, ...booth('a', 'A1')])
    ada.apply(setNumber('a', 'x'.repeat(MAX_UPDATE_BYTES)))
    expect(tooLarge).toEqual(['ada'])
    expect(bo.get('booths', 'a')?.number).toBe('A1')
    expect(ada.malformed).toEqual([])
  })
})

describe('undo and redo', () => {
  it('take back own gestures only, one a step', () => {
    const { ada, bo } = twoPeople()
    ada.apply([...HALL, ...booth('a', 'A1'), ...booth('b', 'A2', 4000)])
    ada.apply(move('a', 100))
    ada.apply(move('a', 200))
    bo.apply(move('b', 5000))
    expect(bo.canUndo).toBe(true)
    ada.undo()
    expect(placeOf(bo, 'a')).toBe(100)
    expect(placeOf(ada, 'b')).toBe(5000)
    ada.redo()
    expect(placeOf(ada, 'a')).toBe(200)
    bo.undo()
    expect(placeOf(ada, 'b')).toBe(4000)
    expect(bo.canUndo).toBe(false)
  })

  it('bring back what was before where two wrote one field at the same time, whoever of them won', () => {
    for (const [adaId, boId] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const docs = [createFairDocument(), createFairDocument()] as const
      const [docA, docB] = docs
      docA.clientID = adaId
      docB.clientID = boId
      const open = (doc: FairDocument) => createFairStore(doc, { onTooLarge: () => undefined })
      const [ada, bo] = [open(docA), open(docB)]
      const meet = () => {
        Y.applyUpdate(docB, Y.encodeStateAsUpdate(docA), WIRE)
        Y.applyUpdate(docA, Y.encodeStateAsUpdate(docB), WIRE)
      }
      ada.apply([...HALL, ...booth('b', 'A1')], { undoable: false })
      meet()
      ada.apply(move('b', 1000))
      bo.apply(move('b', 2000))
      meet()
      const won = placeOf(ada, 'b')
      ada.undo()
      meet()
      const back = won === 1000 ? 0 : 2000
      expect([placeOf(ada, 'b'), placeOf(bo, 'b')], `ada is ${adaId}`).toEqual([back, back])
      ada.redo()
      meet()
      expect(placeOf(bo, 'b')).toBe(won)
      expect(bo.malformed).toEqual([])
    }
  })

  it('are known to whoever hears of the change', () => {
    const { ada } = twoPeople()
    const seen: [boolean, boolean][] = []
    ada.apply(HALL)
    ada.subscribe(() => seen.push([ada.canUndo, ada.canRedo]))
    ada.apply(booth('a', 'A1'))
    ada.undo()
    ada.redo()
    expect(seen).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ])
  })

  it('leave housekeeping alone', () => {
    const { ada } = twoPeople()
    ada.apply(HALL, { undoable: false })
    expect(ada.canUndo).toBe(false)
    expect(ada.undo()).toBe(false)
  })

  it('forget the step that the server repaired, and take back the one before', () => {
    const { ada, bo } = twoPeople()
    bo.apply([...HALL, ...booth('a', 'A1')])
    ada.apply(move('a', 300))
    ada.apply(remove('a'))
    bo.apply([{ op: 'set', kind: 'booths', id: 'a', fields: { removed: false } }])
    ada.forgetRepaired({ kind: 'booths', ids: ['a'] })
    expect(ada.canUndo).toBe(true)
    ada.undo()
    expect(ada.get('booths', 'a')).toMatchObject({ removed: false, place: [0, 0, 3000, 3000, 0] })
    expect(ada.canUndo).toBe(false)
  })

  it('keep the rest of a step of which only a part was repaired', () => {
    const { ada, bo } = twoPeople()
    bo.apply([...HALL, ...booth('a', 'A1'), ...booth('b', 'A2', 4000)])
    ada.apply(remove('a', 'b'))
    bo.apply([{ op: 'set', kind: 'booths', id: 'a', fields: { removed: false } }])
    ada.forgetRepaired({ kind: 'booths', ids: ['a'] })
    ada.undo()
    expect(ada.get('booths', 'b')?.removed).toBe(false)
    expect(ada.get('booths', 'a')?.removed).toBe(false)
  })

  it('do not fight the server over a booth whose making was undone and which it put back', () => {
    const { ada, bo } = twoPeople()
    bo.apply(HALL)
    ada.apply(booth('a', 'A1'))
    ada.undo()
    bo.apply(booth('a', 'A1', 50))
    ada.forgetRepaired({ kind: 'booths', ids: ['a'] })
    expect(ada.canRedo).toBe(false)
    ada.redo()
    expect(placeOf(bo, 'a')).toBe(50)
  })

  it('tell listeners when a step is gone', () => {
    const { ada, bo } = twoPeople()
    bo.apply([...HALL, ...booth('a', 'A1')])
    ada.apply(remove('a'))
    let heard = 0
    ada.subscribe(() => heard++)
    ada.forgetRepaired({ kind: 'booths', ids: ['a'] })
    expect([heard, ada.canUndo]).toEqual([1, false])
    ada.forgetRepaired({ kind: 'booths', ids: ['a'] })
    expect(heard).toBe(1)
  })
})
