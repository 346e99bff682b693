import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createBreather } from '#server/breather'
import type { Room } from '#server/sync/rooms/room'
import { MalformedError } from '#server/sync/updates/byteReader'
import { ClockRanges } from '#server/sync/updates/clockRanges'
import { scanUpdate } from '#server/sync/updates/scanUpdate'
import { ShapeCheck } from '#server/sync/updates/shape'
import { applyPatch, createFairDocument, createUndoManager, ORIGIN } from '#shared/document/fairDocument'
import { seededRandom } from '#tests/helpers/seededRandom'
import { quietRoom } from '#tests/helpers/writeSnapshot'

const empty = { schemaVersion: 1, snapshot: null, tail: [] }
const NULL = [1, 126]
const HAS_ORIGIN = 0x88
const HAS_PARENT = 0x28

const named = (text: string) => [text.length, ...new TextEncoder().encode(text)]
const inMap = (map: string, key: string) => [HAS_PARENT, 1, ...named(map), ...named(key)]
const behind = (client: number, clock: number) => [HAS_ORIGIN, client, clock]

function numbers(...values: number[]): number[] {
  const out = encoding.createEncoder()
  for (const value of values) encoding.writeVarUint(out, value)
  return [...encoding.toUint8Array(out)]
}
const update = (...parts: number[][]) => Uint8Array.from(parts.flat())

/** As a member's edit comes in; what then is in the log, or why it was refused. */
function hear(room: Room, bytes: Uint8Array): Uint8Array | 'malformed' | 'incomplete' | 'known' | 'too much' {
  const shape = new ShapeCheck()
  try {
    const scanned = scanUpdate(bytes, shape.visit)
    shape.finish(scanned)
    const verdict = room.judge(scanned)
    if (verdict !== 'new') return verdict
    const fitting = room.fit(scanned)
    if (!room.mayGrow(fitting)) return 'too much'
    if (!room.mayReplace(fitting, shape.replaced)) return 'malformed'
    room.follow([{ fairId: 'fair', position: room.position + 1, bytes: fitting.bytes, repairs: null }])
    return fitting.bytes
  } catch (error) {
    if (error instanceof MalformedError) return 'malformed'
    throw error
  }
}

describe('an update that is made to harm its readers', () => {
  it('is refused where a number is none', () => {
    const NOT_A_NUMBER = [...Array<number>(150).fill(0x80), 0]
    const room = quietRoom(empty)
    hear(room, update([1, 1, 5, 0], inMap('booths', 'a'), NULL, [0]))
    for (const bytes of [
      update([1, 1, 7, 0, HAS_ORIGIN, 5], NOT_A_NUMBER, NULL, [0]),
      update([1, 1, ...NOT_A_NUMBER, 0], inMap('booths', 'b'), NULL, [0]),
      update([1, 1, 7, 0], inMap('booths', 'b'), [1, 125, ...NOT_A_NUMBER, 0]),
    ])
      expect(hear(room, bytes)).toBe('malformed')
  })

  it('is refused where a live value has several parts, and taken where they are gone', () => {
    const three = [3, 126, 126, 126]
    const live = update([1, 1, 7, 0], inMap('booths', 'a'), three, [0])
    expect(hear(quietRoom(empty), live)).toBe('malformed')
    const partly = update([1, 1, 7, 0], inMap('booths', 'a'), three, [1, 7, 1, 0, 2])
    expect(hear(quietRoom(empty), partly)).toBe('malformed')
    const gone = update([1, 1, 7, 0], inMap('booths', 'a'), three, [1, 7, 1, 0, 3])
    expect(hear(quietRoom(empty), gone)).toEqual(gone)
  })

  it('is refused where one writes twice after the same, which takes readers time without bounds', () => {
    const twice = [...behind(9, 0), ...NULL, ...behind(9, 0), ...NULL]
    const bytes = update([2, 2, ...numbers(200), 0, ...twice], [1, 9, 0], inMap('booths', 'a'), NULL, [0])
    expect(hear(quietRoom(empty), bytes)).toBe('malformed')
  })

  it('is refused where two parts wait for each other, and taken where they only take turns', () => {
    const room = () => {
      const made = quietRoom(empty)
      hear(made, update([1, 1, 5, 0], inMap('booths', 'a'), NULL, [0]))
      return made
    }
    const circle = update([2, 1, 9, 0], behind(7, 0), NULL, [1, 7, 0], behind(9, 0), NULL, [0])
    expect(hear(room(), circle)).toBe('malformed')
    const later = update([2, 2, 9, 0], behind(5, 0), NULL, behind(7, 0), NULL, [1, 7, 0], behind(9, 1), NULL, [0])
    expect(hear(room(), later)).toBe('malformed')
    const turns = update([2, 2, 9, 0], behind(5, 0), NULL, behind(7, 0), NULL, [1, 7, 0], behind(9, 0), NULL, [0])
    expect(hear(room(), turns)).toEqual(turns)
  })

  it('is refused soon where very many take turns in the worst order, and taken where few do', () => {
    const tangle = (clients: number, turns: number) => {
      const blocks = Array.from({ length: clients }, (_, n) => {
        const client = clients - n
        const places = Array.from({ length: turns }, (_, turn) => {
          const before = client === 1 ? numbers(clients, turn - 1) : numbers(client - 1, turn)
          return client === 1 && turn === 0 ? inMap('booths', 'a') : [HAS_ORIGIN, ...before]
        })
        return [...numbers(turns, client, 0), ...places.flatMap((place) => [...place, ...NULL])]
      })
      return update(numbers(clients), blocks.flat(), [0])
    }
    expect(hear(quietRoom(empty), tangle(900, 40))).toBe('malformed')
    expect(typeof hear(quietRoom(empty), tangle(30, 40))).toBe('object')
  })

  it('is cut to what is not known yet, where a struct says anew where its known half stands', () => {
    for (const second of [
      update([1, 1, 7, 0], inMap('meta', 'y'), [2, 126, 120], [1, 7, 1, 0, 2]),
      update([1, 1, 7, 0, 0x21, 1], named('meta'), named('x'), [2, 0]),
    ]) {
      const room = quietRoom(empty)
      const rows = [update([1, 1, 7, 0], inMap('meta', 'x'), NULL, [0]), second].map((bytes) => hear(room, bytes))
      const fromLog = new Y.Doc()
      for (const row of rows) if (typeof row !== 'string') Y.applyUpdate(fromLog, row)
      const fromSnapshot = new Y.Doc()
      Y.applyUpdate(fromSnapshot, room.snapshot()!.state)
      expect(rows.every((row) => typeof row !== 'string')).toBe(true)
      expect(fromSnapshot.getMap('meta').toJSON()).toEqual(fromLog.getMap('meta').toJSON())
      expect(fromLog.getMap('meta').has('y')).toBe(false)
    }
  })

  it('is refused where it names thousands of clients, or leaves hundreds of thousands of gaps', () => {
    const clients = (count: number) =>
      update(numbers(count), Array.from({ length: count }, (_, n) => [1, ...numbers(n + 1), 0, 0, 1]).flat(), [0])
    expect(hear(quietRoom(empty), clients(1001))).toBe('too much')
    expect(typeof hear(quietRoom(empty), clients(1000))).toBe('object')

    const room = quietRoom(empty)
    hear(room, update([1, 1, 7, 0], [0x21, 1], named('booths'), named('a'), numbers(1_000_000), [0]))
    const gaps = (from: number, count: number) =>
      update([0, 1, 7], numbers(count), Array.from({ length: count }, (_, n) => numbers(from + 2 * n, 1)).flat())
    for (let n = 0; n < 5; n++) expect(typeof hear(room, gaps(n * 100_000, 50_000))).toBe('object')
    expect(hear(room, gaps(500_000, 17))).toBe('too much')
    // Whoever comes back says all that is deleted, which is known.
    expect(hear(room, gaps(0, 50_000))).toBe('known')
  })
})

describe('what honest people write', () => {
  it('is let through, offline and online, undone and redone, and all read the same', { timeout: 60_000 }, () => {
    const first = Number(process.env.SEED ?? 1)
    for (let seed = first; seed < first + Number(process.env.ROUNDS ?? 40); seed++) {
      const random = seededRandom(seed)
      const pick = (n: number) => Math.floor(random() * n)
      const room = quietRoom(empty)
      const log: Uint8Array[] = []
      const say = (bytes: Uint8Array) => {
        const heard = hear(room, bytes)
        expect(heard, `seed ${seed}`).not.toBe('malformed')
        expect(heard, `seed ${seed}`).not.toBe('too much')
        if (typeof heard !== 'string') log.push(heard)
      }
      const editors = [0, 1, 2].map(() => {
        const doc = createFairDocument()
        const editor = { doc, undo: createUndoManager(doc), online: true, unsent: false, read: 0 }
        doc.on('update', (bytes: Uint8Array, origin: unknown) => {
          if (origin === 'log') return
          if (editor.online) say(bytes)
        })
        return editor
      })
      const catchUp = (editor: (typeof editors)[number]) => {
        for (const bytes of log.slice(editor.read)) Y.applyUpdate(editor.doc, bytes, 'log')
        editor.read = log.length
        say(Y.encodeStateAsUpdate(editor.doc, room.stateVector()))
      }
      let made = 1
      for (let step = 0; step < 120; step++) {
        const editor = editors[pick(editors.length)]!
        const { doc, undo } = editor
        const id = `b${pick(made)}`
        const drag = () => applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields: { number: `${pick(99)}` } }])
        switch (pick(9)) {
          case 0:
            // Under an id of its own, as tools do it.
            applyPatch(doc, [{ op: 'put', kind: 'booths', id: `b${made++}`, fields: { number: 'new', note: 'n' } }])
            break
          case 1:
            applyPatch(doc, [{ op: 'set', kind: 'booths', id, fields: { removed: random() < 0.5 } }])
            break
          case 2:
            undo.undo()
            break
          case 3:
            undo.redo()
            break
          case 4:
            editor.online = !editor.online
            if (editor.online) catchUp(editor)
            break
          case 5:
            doc.transact(() => {
              for (let n = 0; n < 4; n++) drag()
            }, ORIGIN.local)
            break
          default:
            drag()
        }
        if (editor.online && random() < 0.5) catchUp(editor)
      }
      for (let time = 0; time < 2; time++)
        for (const editor of editors) {
          editor.online = true
          catchUp(editor)
        }
      const stored = createFairDocument()
      Y.applyUpdate(stored, room.snapshot()!.state)
      for (const { doc } of editors)
        expect(doc.getMap('booths').toJSON(), `seed ${seed}`).toEqual(stored.getMap('booths').toJSON())
    }
  })
})

describe('a room with much in it', () => {
  it('pauses as often with many clients as with one', async () => {
    const room = quietRoom(empty)
    for (let client = 1; client <= 300; client++) {
      const doc = createFairDocument()
      doc.clientID = client
      doc.getMap('booths').set(`b${client}`, client)
      room.follow([{ fairId: 'fair', position: client, bytes: Y.encodeStateAsUpdate(doc), repairs: null }])
    }
    let pauses = 0
    await room.compact(async () => {
      pauses++
    })
    expect(pauses).toBeGreaterThanOrEqual(300)
    await room.compact(createBreather())
  })
})

describe('ClockRanges', () => {
  it('joins many at once as it joins them one by one', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed)
      const pick = (n: number) => Math.floor(random() * n)
      const [together, single] = [new ClockRanges(), new ClockRanges()]
      for (let batch = 0; batch < 4; batch++) {
        const from = pick(300)
        const ranges = Array.from({ length: 17 + pick(20) }, () => {
          const clock = from + pick(200)
          return { clock, end: clock + 1 + pick(6) }
        }).sort((a, b) => a.clock - b.clock)
        together.addSorted(ranges)
        for (const { clock, end } of ranges) single.add(clock, end)
        expect([...together.entries()], `seed ${seed}`).toEqual([...single.entries()])
      }
    }
  })
})
