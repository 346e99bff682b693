import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Member } from '#server/sync/rooms/member'
import { Room, type Snapshot } from '#server/sync/rooms/room'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { updatesOf } from '#tests/helpers/syncClients'

const nothing = () => {}
const newRoom = () =>
  new Room(
    'fair',
    { schemaVersion: 1, snapshot: null, tail: [] },
    { append: nothing, onGap: nothing, onEmpty: nothing, onRefused: nothing, onMoved: nothing },
  )

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

const snapshotOf = (rows: number): Snapshot => {
  const state = createFairDocument()
  for (const update of updates.slice(0, rows)) Y.applyUpdate(state, update)
  return { position: rows, state: Y.encodeStateAsUpdate(state) }
}

/** What somebody is told who has nothing; frames are a header of 2 or 4 bytes, the kind of message, and the update. */
function toldBy(room: Room): { numbers: unknown; bytes: number } {
  const answers: Buffer[] = []
  const member = { answer: (frame: Buffer) => answers.push(frame) } as unknown as Member
  room.ask(member, new Map())
  const frame = Buffer.concat(answers)
  const copy = createFairDocument()
  const length = frame[1] === 126 ? frame.readUInt16BE(2) : Number(frame[1])
  const message = frame.subarray(frame.length - length)
  const lengthBytes = message[2] as number
  const update = message.subarray(lengthBytes > 0x7f ? 4 : 3)
  Y.applyUpdate(copy, update)
  return { numbers: copy.getMap('booths').toJSON(), bytes: frame.length }
}

describe('a room that goes on from a snapshot', () => {
  it('keeps the rows that came while it was being written, in it or not', async () => {
    const room = newRoom()
    room.follow([1, 2, 3, 4, 5, 6, 7].map((nth) => row(nth)))
    await room.rebase(async () => {
      room.follow([row(8), row(9)])
      await Promise.resolve()
      const snapshot = snapshotOf(8)
      room.follow([row(10), row(11)])
      return snapshot
    })
    room.follow([row(12)])
    expect(room.rowsSinceSnapshot).toBe(4)
    expect(room.position).toBe(12)
    expect(toldBy(room).numbers).toEqual(doc.getMap('booths').toJSON())
  })

  it('forgets what was overwritten', async () => {
    const room = newRoom()
    room.follow(updates.map((_, index) => row(index + 1)))
    const before = toldBy(room)
    await room.rebase(async () => snapshotOf(updates.length))
    const after = toldBy(room)
    expect(after.bytes).toBeLessThan(before.bytes)
    expect(after.numbers).toEqual(before.numbers)
    expect(room.rowsSinceSnapshot).toBe(0)
  })

  it('stays as it is where none could be written', async () => {
    const room = newRoom()
    room.follow([row(1), row(2)])
    await room.rebase(async () => null)
    await expect(
      room.rebase(async () => {
        room.follow([row(3)])
        throw new Error('the database is away')
      }),
    ).rejects.toThrow('away')
    expect(room.rowsSinceSnapshot).toBe(3)
    await room.rebase(async () => snapshotOf(3))
    room.follow([row(4)])
    expect(room.rowsSinceSnapshot).toBe(1)
    const copy = createFairDocument()
    for (const update of updates.slice(0, 4)) Y.applyUpdate(copy, update)
    expect(toldBy(room).numbers).toEqual(copy.getMap('booths').toJSON())
  })
})
