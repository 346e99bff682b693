import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Member } from '#server/sync/rooms/member'
import type { Room, RoomEntry } from '#server/sync/rooms/room'
import { scanUpdate } from '#server/sync/updates/scanUpdate'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { updatesOf } from '#tests/helpers/syncClients'
import { quietRoom } from '#tests/helpers/writeSnapshot'

const doc = createFairDocument()
const updates = updatesOf(doc, () => {
  for (let n = 0; n < 12; n++)
    applyPatch(doc, [{ op: 'put', kind: 'booths', id: `b${n % 5}`, fields: { hallId: 'h', number: `${n}` } }])
})
const row = (nth: number, bytes = updates[nth - 1] as Uint8Array) => ({
  fairId: 'fair',
  position: nth,
  bytes,
  repairs: null,
})

/** What somebody is told who has nothing; frames are a header of 2 or 4 bytes, the kind of message, and the update. */
function toldBy(room: Room): { numbers: unknown; bytes: number } {
  const answers: Buffer[] = []
  const member = { answer: (frame: Buffer) => answers.push(frame) } as unknown as Member
  room.ask(member, new Map())
  const frame = Buffer.concat(answers)
  const length = frame[1] === 126 ? frame.readUInt16BE(2) : Number(frame[1])
  const message = frame.subarray(frame.length - length)
  const lengthBytes = message[2] as number
  const update = message.subarray(lengthBytes > 0x7f ? 4 : 3)
  return { numbers: copyOf(update), bytes: frame.length }
}

const empty = { schemaVersion: 1, snapshot: null, tail: [] }
const atOnce = () => Promise.resolve()

describe('a room that is compacted', () => {
  it('forgets what was overwritten, and opens from its snapshot as it was', async () => {
    const room = quietRoom(empty)
    room.follow(updates.map((_, index) => row(index + 1)))
    const before = toldBy(room)
    await room.compact(atOnce)
    const after = toldBy(room)
    expect(after.bytes).toBeLessThan(before.bytes)
    expect(after.numbers).toEqual(before.numbers)
    const snapshot = room.snapshot()
    expect(snapshot?.position).toBe(updates.length)
    const opened = quietRoom({ ...empty, snapshot })
    expect(toldBy(opened).numbers).toEqual(doc.getMap('booths').toJSON())
    expect(opened.position).toBe(updates.length)
  })

  it('takes rows in the midst of it', async () => {
    const booths = 600
    const many = createFairDocument()
    const rows = updatesOf(many, () => {
      many.transact(() => {
        for (let n = 0; n < booths; n++)
          applyPatch(many, [{ op: 'put', kind: 'booths', id: `b${n}`, fields: { number: 'old' } }])
      })
      for (let n = 0; n < 20; n++)
        applyPatch(many, [{ op: 'set', kind: 'booths', id: `b${n * 7}`, fields: { number: `new ${n}` } }])
    })
    const room = quietRoom(empty)
    room.follow([row(1, rows[0]), row(2, rows[1])])
    let next = 3
    for (let time = 0; time < rows.length; time++)
      await room.compact(async () => {
        if (next <= rows.length) room.follow([row(next, rows[next++ - 1])])
      })
    expect(copyOf(room.snapshot()!.state)).toEqual(many.getMap('booths').toJSON())
    expect(room.snapshot()?.position).toBe(rows.length)
  })

  it('pauses as often where each edit is small', async () => {
    const dragged = createFairDocument()
    const rows = updatesOf(dragged, () => {
      for (let n = 0; n < 2000; n++) dragged.getMap('booths').set('a', n)
    })
    const room = quietRoom(empty)
    room.follow(rows.map((bytes, index) => row(index + 1, bytes)))
    let pauses = 0
    await room.compact(async () => {
      pauses++
    })
    expect(pauses).toBeGreaterThan(5)
  })

  it('is whole again as soon as rows of others that lay between have come', () => {
    const room = quietRoom(empty)
    const member = { stored() {}, acknowledge() {} } as unknown as Member
    const own = (position: number) => ({
      position,
      entry: { member, update: scanUpdate(updates[position - 1]!), count: null, has: null } as unknown as RoomEntry,
    })
    room.stored([own(2), own(3)])
    expect(room.snapshot()).toBe(null)
    room.follow([row(1)])
    expect(room.position).toBe(3)
    room.stored([own(5)])
    room.follow([row(2), row(3), row(4)])
    expect(room.snapshot()?.position).toBe(5)
  })

  it('counts from the newest snapshot that was stored', () => {
    const room = quietRoom(empty)
    room.follow(updates.map((_, index) => row(index + 1)))
    expect(room.rowsSinceSnapshot).toBe(updates.length)
    room.snapshotStored(10)
    room.snapshotStored(4)
    expect(room.rowsSinceSnapshot).toBe(updates.length - 10)
  })
})

function copyOf(state: Uint8Array): unknown {
  const copy = createFairDocument()
  Y.applyUpdate(copy, state)
  return copy.getMap('booths').toJSON()
}
