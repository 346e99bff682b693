import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MalformedError } from '#server/sync/updates/byteReader'
import { Coverage, judge } from '#server/sync/updates/coverage'
import { Replica } from '#server/sync/updates/replica'
import { scanUpdate } from '#server/sync/updates/scanUpdate'
import { seededRandom } from '#tests/helpers/seededRandom'

const json = (doc: Y.Doc) => {
  for (const name of ['booths', 'list', 'text']) if (!doc.share.has(name)) doc.get(name)
  return {
    booths: doc.getMap('booths').toJSON(),
    list: doc.getArray('list').toJSON(),
    text: doc.getText('text').toString(),
    vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
    pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  }
}

const values = [1, -5, 2 ** 40, 1.5, 'tekst é 🙂', null, true, false, undefined, [1, [2, { a: 'b' }]], { x: [0, 1] }]

/** One random edit of every kind of content that Yjs knows, documents within documents aside. */
function edit(doc: Y.Doc, random: () => number): void {
  const pick = (n: number) => Math.floor(random() * n)
  const booths = doc.getMap<Y.Map<unknown>>('booths')
  const list = doc.getArray<unknown>('list')
  const text = doc.getText('text')
  doc.transact(() => {
    for (let n = pick(3); n >= 0; n--) {
      const id = `b${pick(6)}`
      switch (pick(9)) {
        case 0:
          booths.set(id, new Y.Map([['place', [pick(9), 2, 3, 4, 0]]]))
          break
        case 1:
          booths.get(id)?.set(`f${pick(3)}`, values[pick(values.length)])
          break
        case 2:
          booths.delete(id)
          break
        case 3:
          list.insert(pick(list.length + 1), [pick(99), values[pick(values.length)] ?? null])
          break
        case 4:
          if (list.length > 0) list.delete(pick(list.length), 1)
          break
        case 5:
          text.insert(pick(text.length + 1), 'hé🙂llo')
          break
        case 6:
          if (text.length > 2) text.delete(pick(text.length - 1), 2)
          break
        case 7:
          if (text.length > 1) text.format(0, 1, { bold: pick(2) === 0 })
          break
        default:
          list.push([new Uint8Array([pick(255)]), new Y.Text('in'), new Y.XmlElement('p')])
      }
    }
  })
}

/** Two documents that edit and now and then exchange, with every update in an order that respects causes. */
function history(random: () => number, edits: number): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const log: Uint8Array[] = []
  for (const doc of docs) doc.on('update', (update: Uint8Array, origin) => origin !== 'exchange' && log.push(update))
  for (let n = 0; n < edits; n++) {
    const doc = docs[Math.floor(random() * docs.length)]!
    edit(doc, random)
    const other = docs[Math.floor(random() * docs.length)]!
    if (random() < 0.4) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'exchange')
  }
  return log
}

describe('Replica', () => {
  it('answers like a document that has applied the same updates, for every state in between', {
    timeout: 60_000,
  }, () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed)
      const log = history(random, 60)
      const replica = new Replica()
      const doc = new Y.Doc()
      const earlier: Y.Doc[] = []
      for (const update of log) {
        expect(judge(scanUpdate(update), replica.known), `seed ${seed}`).not.toBe('incomplete')
        replica.add(scanUpdate(update))
        Y.applyUpdate(doc, update)
        if (random() < 0.1) {
          const copy = new Y.Doc()
          Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
          earlier.push(copy)
        }
      }
      expect(json(doc).pending).toBe(false)
      for (const copy of [new Y.Doc(), ...earlier]) {
        const answer = replica.since(Y.decodeStateVector(Y.encodeStateVector(copy)))
        expect(answer).toHaveLength(1)
        for (const update of answer) Y.applyUpdate(copy, update)
        expect(json(copy), `seed ${seed}`).toEqual(json(doc))
      }
      // A document also deletes by itself what lost against a concurrent edit: told once, that is known too.
      replica.add(scanUpdate(Y.encodeStateAsUpdate(doc)))
      expect(judge(scanUpdate(Y.encodeStateAsUpdate(doc)), replica.known)).toBe('known')
    }
  })

  it('says the same once compacted, at any moment, to anybody, and goes on from it', { timeout: 60_000 }, async () => {
    const first = Number(process.env.SEED ?? 1)
    for (let seed = first; seed < first + Number(process.env.ROUNDS ?? 40); seed++) {
      const random = seededRandom(seed)
      const log = history(random, 60)
      let replica = new Replica()
      const doc = new Y.Doc()
      const readers = [new Y.Doc()]
      const tell = (copy: Y.Doc) => {
        for (const update of replica.since(Y.decodeStateVector(Y.encodeStateVector(copy)))) Y.applyUpdate(copy, update)
      }
      for (const update of log) {
        expect(judge(scanUpdate(update), replica.known), `seed ${seed}`).not.toBe('incomplete')
        replica.add(scanUpdate(update))
        Y.applyUpdate(doc, update)
        if (random() < 0.15) await replica.compact(() => Promise.resolve())
        if (random() < 0.1) {
          const reopened = new Replica()
          reopened.add(scanUpdate(replica.whole()))
          expect(Y.decodeStateVector(reopened.stateVector())).toEqual(Y.decodeStateVector(replica.stateVector()))
          replica = reopened
        }
        if (random() < 0.1) readers.push(new Y.Doc())
        const reader = readers[Math.floor(random() * readers.length)]!
        if (random() < 0.3) tell(reader)
      }
      await replica.compact(() => Promise.resolve())
      readers.push(new Y.Doc())
      for (const reader of readers) {
        tell(reader)
        expect(json(reader), `seed ${seed}`).toEqual(json(doc))
        const back = Y.encodeStateAsUpdate(reader)
        expect(judge(scanUpdate(back), replica.known), `seed ${seed}`).not.toBe('incomplete')
        Y.applyUpdate(doc, back)
        expect(json(doc), `seed ${seed}`).toEqual(json(reader))
      }
    }
  })

  it('takes as little room once compacted as Yjs does, where one value was set again and again', async () => {
    const doc = new Y.Doc()
    const replica = new Replica()
    doc.on('update', (update: Uint8Array) => replica.add(scanUpdate(update)))
    for (let n = 0; n < 500; n++) doc.getMap('booths').set('a', `dragged to ${n}`)
    await replica.compact(() => Promise.resolve())
    expect(replica.whole()).toEqual(Buffer.from(Y.encodeStateAsUpdate(doc)))
    expect(replica.whole().length).toBeLessThan(100)
  })

  it('takes an update that overlaps what it has, even inside a struct', () => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'abc')
    const first = Y.encodeStateAsUpdate(doc)
    doc.getText('text').insert(3, 'def')
    const whole = Y.encodeStateAsUpdate(doc)
    const replica = new Replica()
    replica.add(scanUpdate(first))
    expect(judge(scanUpdate(whole), replica.known)).toBe('new')
    replica.add(scanUpdate(whole))
    const copy = new Y.Doc()
    for (const update of replica.since(new Map())) Y.applyUpdate(copy, update)
    expect(copy.getText('text').toString()).toBe('abcdef')
  })

  it('passes on what builds on something missing, without counting on it', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getArray('list').push([1])
    doc.getArray('list').push([2])
    const [first, second] = updates.map((bytes) => scanUpdate(bytes))
    expect(judge(second!, new Coverage())).toBe('incomplete')
    const replica = new Replica()
    replica.add(second!)
    expect(replica.known.ends.size).toBe(0)
    replica.add(first!)
    const copy = new Y.Doc()
    for (const update of replica.since(new Map())) Y.applyUpdate(copy, update)
    expect(copy.getArray('list').toJSON()).toEqual([1, 2])
  })
})

describe('scanUpdate', () => {
  it('never lets through what Yjs chokes on', { timeout: 60_000 }, () => {
    const random = seededRandom(Number(process.env.SEED ?? 7))
    let accepted = 0
    for (let round = 0; round < 2500; round++) {
      const log = round % 4 === 0 ? history(random, 12) : [Y.encodeStateAsUpdate(seededDoc(random))]
      const last = Uint8Array.from(log.pop() ?? [0, 0])
      for (let n = Math.floor(random() * 4); n >= 0; n--) {
        if (last.length > 0) last[Math.floor(random() * last.length)] = Math.floor(random() * 256)
      }
      const replica = new Replica()
      for (const update of log) replica.add(scanUpdate(update))
      let scanned: ReturnType<typeof scanUpdate>
      try {
        scanned = scanUpdate(last)
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError)
        continue
      }
      if (judge(scanned, replica.known) === 'incomplete') continue
      accepted++
      const doc = new Y.Doc()
      for (const update of [...log, last]) Y.applyUpdate(doc, update)
      replica.add(scanned)
      const copy = new Y.Doc()
      for (const update of replica.since(new Map())) Y.applyUpdate(copy, update)
      expect(json(copy), `round ${round}`).toEqual(json(doc))
    }
    expect(accepted).toBeGreaterThan(40)
  })

  it('refuses random bytes, cut updates and what is nested without end', () => {
    const random = seededRandom(3)
    const doc = new Y.Doc()
    doc.getMap('booths').set('a', { deep: [1, 2, 3] })
    const whole = Y.encodeStateAsUpdate(doc)
    for (let length = 0; length < whole.length; length++) {
      expect(() => scanUpdate(whole.subarray(0, length))).toThrow(MalformedError)
    }
    let nested: unknown = 1
    for (let n = 0; n < 500; n++) nested = [nested]
    const deep = new Y.Doc()
    deep.getMap('booths').set('a', nested)
    expect(() => scanUpdate(Y.encodeStateAsUpdate(deep))).toThrow('nested too deep')
    for (let n = 0; n < 500; n++) {
      const noise = Uint8Array.from({ length: 40 }, () => Math.floor(random() * 256))
      expect(() => scanUpdate(noise)).toThrow(MalformedError)
    }
  })
})

function seededDoc(random: () => number): Y.Doc {
  const doc = new Y.Doc()
  for (let n = 0; n < 3; n++) edit(doc, random)
  return doc
}
