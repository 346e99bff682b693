import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { MESSAGE, SYNC_STEP } from '#shared/protocol/sync'
import { clientFrame } from './rawSocket'

export interface BadFrame {
  kind: string
  bytes: Uint8Array
}

type Random = () => number
type Write = (encoder: encoding.Encoder) => void

const bytesOf = (write: Write): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const edits = (update: Uint8Array, step: number = SYNC_STEP.update): Uint8Array =>
  bytesOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
  })
const awareness = (entries: readonly { clientId: number; clock: number; state: string }[]): Uint8Array =>
  bytesOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(
      encoder,
      bytesOf((inner) => {
        encoding.writeVarUint(inner, entries.length)
        for (const { clientId, clock, state } of entries) {
          encoding.writeVarUint(inner, clientId)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, state)
        }
      }),
    )
  })

/** Structs of one client from clock 0 on, each written by hand. */
export const structs = (client: number, items: readonly Write[]): Uint8Array =>
  bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, items.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 0)
    for (const item of items) item(encoder)
    encoding.writeVarUint(encoder, 0)
  })

type Place = { root: string } | { client: number; clock: number }

/** A map under a key of a place, or a plain value. */
export const entry =
  (place: Place, key: string, content: 'map' | 'null'): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, (content === 'map' ? 7 : 8) | 0x20)
    if ('root' in place) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, place.root)
    } else {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, place.client)
      encoding.writeVarUint(encoder, place.clock)
    }
    encoding.writeVarString(encoder, key)
    encoding.writeVarUint(encoder, 1)
    if (content === 'null') encoding.writeUint8(encoder, 126)
  }

/** Maps in maps. */
export const deepMaps = (client: number, depth: number): Uint8Array =>
  structs(
    client,
    Array.from({ length: depth }, (_, n) => entry(n === 0 ? { root: 'booths' } : { client, clock: n - 1 }, 'd', 'map')),
  )

/** One key again and again, as if nobody had written it before. */
export const sameKey = (client: number, count: number): Uint8Array =>
  structs(
    client,
    Array.from({ length: count }, () => entry({ root: 'booths' }, 'same', 'null')),
  )

/** Records in their own right, as many as there is room for. */
export const manyRecords = (client: number, count: number): Uint8Array =>
  structs(
    client,
    Array.from({ length: count }, (_, n) => entry({ root: 'walls' }, n.toString(36), 'map')),
  )

const deepValue = (depth: number): unknown => {
  let value: unknown = 0
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { a: value }
  return value
}

function updateOf(random: Random, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = createFairDocument()
  doc.clientID = Math.floor(random() * 2 ** 32)
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** Yjs that every reader can apply, and that no fair document holds. */
const FOREIGN: ((doc: Y.Doc) => void)[] = [
  (doc) => doc.getMap('nobody').set('a', 1),
  (doc) => doc.getArray('booths2').push([1, 2, 3]),
  (doc) => doc.getText('notes').insert(0, 'hello'),
  (doc) => doc.getXmlFragment('page').insert(0, [new Y.XmlElement('p')]),
  (doc) => doc.getMap('booths').set('b1', new Y.Map([['deep', new Y.Map()]])),
  (doc) => doc.getMap('booths').set('b1', new Y.Array()),
  (doc) => doc.getMap('booths').set('b1', new Y.Text('x')),
  (doc) => doc.getMap('booths').set('b1', new Y.Doc()),
  (doc) => doc.getMap('halls').set('h1', new Y.XmlText('x')),
  (doc) => {
    doc.getMap('talks').set('t', new Y.Map<unknown>([['slot', 1]]))
    const talk = doc.getMap<Y.Map<unknown>>('talks').get('t')
    talk?.set('slot', new Y.Map([['in', new Y.Map()]]))
  },
]

/** A frame that is wrong in one of many ways, or was right and has been damaged. */
export function createBadFrames(random: Random, others: readonly number[]) {
  const pick = (below: number) => Math.floor(random() * below)
  const noise = (length: number) => Uint8Array.from({ length }, () => pick(256))
  const id = () => 1 + pick(2 ** 31)
  // Making a document takes far longer than damaging one, so there is a stock of each.
  const stock = (size: number, make: (n: number) => Uint8Array) => {
    const made = Array.from({ length: size }, (_, n) => make(n))
    return () => made[pick(size)] as Uint8Array
  }
  const valid = stock(300, () =>
    updateOf(random, (doc) =>
      applyPatch(
        doc,
        Array.from({ length: 1 + pick(3) }, () => ({
          ...({ op: 'put', kind: 'columns' } as const),
          id: `c${pick(40)}`,
          fields: { hallId: 'h1', place: [pick(900), pick(900), 5, 5, 0] },
        })),
      ),
    ),
  )
  const foreign = stock(5 * FOREIGN.length, (n) => updateOf(random, FOREIGN[n % FOREIGN.length] ?? (() => {})))
  const deepValues = stock(30, () =>
    updateOf(random, (doc) => doc.getMap('booths').set('b', new Y.Map([['v', deepValue(33 + pick(500))]]))),
  )
  const incomplete = stock(30, (n) => {
    const doc = createFairDocument()
    doc.getMap('walls').set('a', new Y.Map())
    const vector = Y.encodeStateVector(doc)
    doc.getMap('walls').set(`b${n}`, new Y.Map())
    return Y.encodeStateAsUpdate(doc, vector)
  })
  const damaged = (bytes: Uint8Array) => {
    const copy = bytes.slice()
    for (let n = pick(4); n >= 0; n--) copy[pick(copy.length)] = pick(256)
    return copy
  }
  const other = () => others[pick(others.length)] ?? 1
  const kinds: Record<string, () => Uint8Array> = {
    'random bytes': () => clientFrame(noise(pick(400))),
    'an update of random bytes': () => clientFrame(edits(noise(pick(300)))),
    'a truncated frame': () => {
      const frame = edits(valid())
      return clientFrame(frame.subarray(0, pick(frame.length)))
    },
    'a truncated update': () => {
      const update = valid()
      return clientFrame(edits(update.subarray(0, pick(update.length))))
    },
    'a damaged update': () => clientFrame(edits(damaged(valid()))),
    'a damaged answer': () => clientFrame(edits(damaged(valid()), SYNC_STEP.two)),
    'a damaged frame': () => clientFrame(damaged(edits(valid()))),
    'bytes after the end': () => clientFrame(Buffer.concat([edits(valid()), noise(1 + pick(9))])),
    'a length beyond the end': () =>
      clientFrame(Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff, pick(2) ? 0x7f : 0xff, ...noise(pick(20)))),
    'an unknown message': () => clientFrame(Uint8Array.of(4 + pick(120), ...noise(pick(50)))),
    'a state vector of noise': () => clientFrame(edits(noise(pick(60)), SYNC_STEP.one)),
    'foreign content': () => clientFrame(edits(foreign())),
    'a deep value': () => clientFrame(edits(deepValues())),
    'maps in maps': () => clientFrame(edits(deepMaps(id(), 2 + pick(200)))),
    'the same key anew': () => clientFrame(edits(sameKey(id(), 2 + pick(200)))),
    'something that builds on nothing': () => clientFrame(edits(incomplete(), SYNC_STEP.two)),
    'edits in the name of another': () =>
      clientFrame(edits(structs(other(), [entry({ root: 'walls' }, 'forged', 'map')]), SYNC_STEP.two)),
    'deletions of what is not there': () =>
      clientFrame(
        edits(
          bytesOf((encoder) =>
            [0, 1, id(), 1, pick(99), 1 + pick(99)].forEach((value) => void encoding.writeVarUint(encoder, value)),
          ),
          SYNC_STEP.two,
        ),
      ),
    'awareness of another': () =>
      clientFrame(
        awareness([{ clientId: other(), clock: 1e9 + pick(1e6), state: pick(2) ? 'null' : '{"cursor":[1,2]}' }]),
      ),
    'awareness that is not JSON': () => clientFrame(awareness([{ clientId: id(), clock: 1, state: '{"cursor":' }])),
    'awareness nested deep': () =>
      clientFrame(awareness([{ clientId: id(), clock: 1, state: `${'['.repeat(9000)}${']'.repeat(9000)}` }])),
    'awareness of many': () =>
      clientFrame(awareness(Array.from({ length: 70 + pick(200) }, () => ({ clientId: id(), clock: 1, state: '{}' })))),
    'awareness of noise': () => clientFrame(Uint8Array.of(MESSAGE.awareness, ...noise(pick(100)))),
    text: () => clientFrame(Buffer.from('hello'), { opcode: 1 }),
    'text that is none': () => clientFrame(Uint8Array.of(0xff, 0xfe, 0xc0), { opcode: 1 }),
    'an unknown kind of frame': () => clientFrame(noise(5), { opcode: 3 + pick(5) }),
    'reserved bits': () => clientFrame(noise(5), { first: 0x80 | (16 << pick(3)) }),
    'a frame without a mask': () => Uint8Array.of(0x82, 3, 1, 2, 3),
    'a long ping': () => clientFrame(noise(126 + pick(50)), { opcode: 9 }),
    'a continuation of nothing': () => clientFrame(noise(5), { opcode: 0 }),
    'a length of 2^60': () => Uint8Array.of(0x82, 0xff, 0x10, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4),
  }
  const rare: Record<string, () => Uint8Array> = {
    'an update over the limit': () => clientFrame(edits(new Uint8Array(1_000_100))),
    'a frame beyond all bounds': () => clientFrame(new Uint8Array(2_100_000)),
    'awareness over the limit': () =>
      clientFrame(awareness([{ clientId: id(), clock: 1, state: JSON.stringify('x'.repeat(70_000)) }])),
    'maps 100,000 deep': () => clientFrame(edits(deepMaps(id(), 60_000))),
    'the same key 60,000 times': () => clientFrame(edits(sameKey(id(), 60_000))),
    'a thousand pieces': () =>
      Buffer.concat(
        Array.from({ length: 1100 }, (_, n) => clientFrame(noise(1), { opcode: n === 0 ? 2 : 0, first: 0 })),
      ),
  }
  const often = Object.entries(kinds)
  const seldom = Object.entries(rare)
  return (): BadFrame => {
    const list = random() < 0.001 ? seldom : often
    const [kind, make] = list[pick(list.length)] as [string, () => Uint8Array]
    return { kind, bytes: make() }
  }
}
