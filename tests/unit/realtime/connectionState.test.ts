import { describe, expect, it } from 'vitest'
import { CLOSE } from '#shared/protocol/sync'
import { type ConnectionEvent, connectionAfter, connectionView, newConnection } from '~/realtime/connectionState'
import { editsIn } from '~/realtime/countingSocket'

const after = (...events: ConnectionEvent[]) => events.reduce(connectionAfter, newConnection(true))
const view = (...events: ConnectionEvent[]) => connectionView(after(...events))

const OPEN: ConnectionEvent[] = [{ type: 'opening' }, { type: 'opened' }, { type: 'synced' }]
const ANSWERED: ConnectionEvent[] = [...OPEN, { type: 'frame', carries: 'all' }, { type: 'acked', frames: 1 }]
const GESTURE: ConnectionEvent[] = [{ type: 'edit' }, { type: 'frame', carries: 'one' }]

describe('what a person is told of the connection', () => {
  it('says saved only once every frame with edits is on disk', () => {
    expect(view(...OPEN, { type: 'frame', carries: 'all' })).toEqual({ kind: 'saving', changes: 0 })
    expect(view(...ANSWERED)).toEqual({ kind: 'saved' })
    expect(view(...ANSWERED, ...GESTURE)).toEqual({ kind: 'saving', changes: 1 })
    expect(view(...ANSWERED, ...GESTURE, ...GESTURE, { type: 'acked', frames: 2 })).toEqual({
      kind: 'saving',
      changes: 1,
    })
    expect(view(...ANSWERED, ...GESTURE, ...GESTURE, { type: 'acked', frames: 3 })).toEqual({ kind: 'saved' })
  })

  it('never says saved before the server has answered, even with nothing to send', () => {
    expect(view({ type: 'opening' }).kind).toBe('connecting')
    expect(view({ type: 'opening' }, { type: 'opened' }).kind).toBe('connecting')
    expect(view(...OPEN)).toEqual({ kind: 'saving', changes: 0 })
  })

  it('counts what an earlier visit left, until the server has it', () => {
    const left: ConnectionEvent = { type: 'restored', changes: 3 }
    expect(view(left, { type: 'network', online: false })).toEqual({ kind: 'offline', changes: 3 })
    expect(view(left, ...OPEN)).toEqual({ kind: 'saving', changes: 3 })
    expect(view(left, ...OPEN, { type: 'frame', carries: 'all' })).toEqual({ kind: 'saving', changes: 3 })
    expect(view(left, ...ANSWERED)).toEqual({ kind: 'saved' })
  })

  it('takes a lost connection as: nothing of what was under way has arrived', () => {
    const lost = [...ANSWERED, ...GESTURE, ...GESTURE, { type: 'closed' } as const]
    expect(view(...lost)).toEqual({ kind: 'reconnecting', changes: 2 })
    // The next connection counts its frames anew: an old number of frames must not pass for an answer.
    expect(view(...lost, ...OPEN, { type: 'frame', carries: 'all' })).toEqual({ kind: 'saving', changes: 2 })
    expect(view(...lost, ...ANSWERED)).toEqual({ kind: 'saved' })
  })

  it('lets a gesture that was made before step 2 ride in its own frame, and older ones in step 2', () => {
    const early = [
      { type: 'restored', changes: 2 } as const,
      { type: 'opening' } as const,
      { type: 'opened' } as const,
      ...GESTURE,
    ]
    expect(view(...early, { type: 'synced' }, { type: 'acked', frames: 1 })).toEqual({ kind: 'saving', changes: 2 })
    expect(view(...early, { type: 'synced' }, { type: 'frame', carries: 'all' }, { type: 'acked', frames: 2 })).toEqual(
      {
        kind: 'saved',
      },
    )
  })

  it('calls it offline when the browser says so or when several attempts failed, and forgets that once synced', () => {
    const closed: ConnectionEvent = { type: 'closed' }
    expect(view(...ANSWERED, closed).kind).toBe('reconnecting')
    expect(view(...ANSWERED, closed, { type: 'opening' }, closed, { type: 'opening' }, closed).kind).toBe('offline')
    expect(view(...ANSWERED, closed, closed, closed, ...ANSWERED, closed).kind).toBe('reconnecting')
    expect(view(...ANSWERED, { type: 'network', online: false }, closed).kind).toBe('offline')
  })

  it('stays refused, with what is waiting, whatever comes after', () => {
    const refused = view(...ANSWERED, ...GESTURE, { type: 'closed' }, { type: 'refused', code: CLOSE.accessEnded })
    expect(refused).toEqual({ kind: 'refused', changes: 1, code: 4440, reason: 'accessEnded' })
    expect(view({ type: 'refused', code: 4499 })).toEqual({ kind: 'refused', changes: 0, code: 4499, reason: null })
    expect(view({ type: 'refused', code: 4403 }, { type: 'network', online: true }).kind).toBe('refused')
  })
})

describe('frames with edits', () => {
  it('are sync step 2 and updates, nothing else', () => {
    expect(editsIn(new Uint8Array([0, 0, 1, 0]))).toBeNull()
    expect(editsIn(new Uint8Array([0, 1, 2, 0, 0]))).toBe('all')
    expect(editsIn(new Uint8Array([0, 2, 9]))).toBe('one')
    expect(editsIn(new Uint8Array([1, 2]))).toBeNull()
    expect(editsIn(new Uint8Array([0, 2, 9]).buffer)).toBe('one')
    expect(editsIn('text')).toBeNull()
  })
})
