import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import type { Ground } from '#shared/merge/dispute'
import type { OwnRecord } from '#shared/merge/ownEdits'
import { createFairStore } from '~/canvas/document/fairStore'
import { createReturnWatch } from '~/realtime/returnWatch'
import { drop, put, START, set } from './twoSides'

const NO_ONE = { own: [] as OwnRecord[], ground: [] as Ground[], clients: [] as number[] }

/** A window with what it keeps on the device, and the server. */
function window(earlier = NO_ONE, doc = createFairDocument(), server = createFairDocument()) {
  const kept = new Map<string, OwnRecord>()
  const notes = {
    earlier,
    keep: vi.fn((own: readonly OwnRecord[]) => {
      for (const one of own) kept.set(`${one.kind}/${one.id}`, one)
    }),
    forget: vi.fn(() => kept.clear()),
  }
  const watch = createReturnWatch({ doc, plan: () => store.plan, notes, accountOf: () => null })
  let connected = false
  const store = createFairStore(doc, { onTooLarge: () => {}, onOwn: (edits) => watch.note(edits, connected) })
  const pass = (from: typeof doc, to: typeof doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  if (earlier === NO_ONE) {
    applyPatch(server, START)
    pass(server, doc)
  }
  return {
    ...{ doc, server, notes, kept, watch, store },
    online: (is: boolean) => {
      connected = is
    },
    hear: () => watch.hear(Y.encodeStateAsUpdate(server)),
    receive: () => pass(server, doc),
    send: () => pass(doc, server),
  }
}
const keys = (disputes: readonly { key: string }[]) => disputes.map(({ key }) => key)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what a window does while the server has not confirmed it', () => {
  it('asks nothing of whoever is connected: to edit at once is not to have been away', () => {
    const { watch, store, server, notes, online, send, receive } = window()
    online(true)
    store.apply(set('booths', 'a', { number: 'M' }))
    applyPatch(server, set('booths', 'a', { number: 'T' }))
    send()
    receive()
    expect(watch.settle()).toEqual([])
    expect(watch.isAway).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(notes.keep).not.toHaveBeenCalled()
  })

  it('counts a server that confirmed nothing for seconds as having been away', () => {
    const { watch, store, server, online, kept, send, receive } = window()
    online(true)
    store.apply(set('booths', 'a', { number: 'M' }))
    vi.advanceTimersByTime(20_000)
    expect([...kept.keys()]).toEqual(['booths/a'])
    send()
    applyPatch(server, set('booths', 'a', { number: 'T' }))
    receive()
    expect(watch.settle()).toMatchObject([{ key: 'booths/a/number', mine: { number: 'M' }, theirs: { number: 'T' } }])
    expect(kept.size).toBe(0)
  })

  it('outlives a reload', () => {
    const before = window()
    before.store.apply(set('booths', 'a', { number: 'M' }))
    before.store.apply(drop('walls', 'w'))
    before.watch.destroy()
    const doc = createFairDocument()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(before.doc))
    const after = window(
      { own: [...before.kept.values()], ground: [], clients: [before.doc.clientID] },
      doc,
      before.server,
    )
    after.store.apply(set('booths', 'a', { number: 'M2' }))
    applyPatch(after.server, set('booths', 'a', { number: 'T' }))
    applyPatch(after.server, set('walls', 'w', { place: [1, 1, 1, 1, 0] }))
    expect(after.watch.isAway).toBe(true)
    after.hear()
    after.receive()
    after.send()
    const disputes = after.watch.settle()
    expect(keys(disputes).sort()).toEqual(['booths/a/number', 'walls/w'])
    expect(disputes[0]).toMatchObject({ mine: { number: 'M2' }, theirs: { number: 'T' } })
    expect(after.notes.forget).toHaveBeenCalled()
  })

  it('does not take for theirs what it sent itself and never heard of again', () => {
    const { watch, store, server, hear, receive, send } = window()
    store.apply(set('booths', 'a', { number: 'M1' }))
    store.apply(put('walls', 'x', { hallId: 'h', place: [1, 1, 1, 1, 0] }))
    send()
    watch.lost()
    store.apply(set('booths', 'a', { number: 'M2' }))
    store.apply(set('walls', 'x', { place: [2, 2, 2, 2, 0] }))
    applyPatch(server, set('booths', 'a', { sectorId: 's' }))
    hear()
    receive()
    send()
    expect(watch.settle()).toEqual([])
  })

  it('remembers what it saw of the others where the way back breaks off before the answer', () => {
    const { watch, store, server, hear, receive, send } = window()
    store.apply(set('booths', 'a', { number: 'M' }))
    applyPatch(server, set('booths', 'a', { number: 'T' }))
    hear()
    receive()
    send()
    watch.lost()
    hear()
    receive()
    expect(watch.settle()).toMatchObject([{ key: 'booths/a/number', theirs: { number: 'T' } }])
    expect(watch.settle()).toEqual([])
  })

  it('does not wait for long with a thousand booths that both moved', () => {
    vi.useRealTimers()
    const { watch, store, server, hear, receive, send } = window()
    const ids = Array.from({ length: 1000 }, (_, n) => `n${n}`)
    const move = (x: number) => ids.flatMap((id) => set('booths', id, { place: [x, 0, 3000, 3000, 0] }))
    applyPatch(
      server,
      ids.flatMap((id) => put('booths', id, { hallId: 'h', number: id, sectorId: null, place: [0, 0, 3000, 3000, 0] })),
    )
    receive()
    store.apply(move(1))
    applyPatch(server, move(2))
    hear()
    receive()
    send()
    expect(watch.settle()).toHaveLength(1000)
  })
})
