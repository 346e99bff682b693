import { describe, expect, it } from 'vitest'
import type { BoothStatusEvent, JoinAnswer } from '#shared/protocol/events'
import { type BoothSocket, createBoothStatusStore, withEvents } from '~/realtime/boothStatusStore'

const event = (boothId: string, version: number, status: BoothStatusEvent['status'] = 'held'): BoothStatusEvent => ({
  fairId: 'f',
  boothId,
  status,
  exhibitorId: null,
  exhibitorName: null,
  version,
})

/** A socket that one plays by hand. */
function handSocket(answers: (JoinAnswer | null)[]) {
  const listeners = new Map<string, Set<(payload?: unknown) => void>>()
  const socket = {
    connected: false,
    joined: 0,
    on: (name: string, listener: (payload?: unknown) => void) =>
      (listeners.get(name) ?? listeners.set(name, new Set()).get(name)!).add(listener),
    off: (name: string, listener: (payload?: unknown) => void) => listeners.get(name)?.delete(listener),
    join: async () => {
      socket.joined++
      return answers.shift() ?? null
    },
    say(name: string, payload?: unknown) {
      if (name === 'connect') socket.connected = true
      if (name === 'disconnect') socket.connected = false
      for (const listener of listeners.get(name) ?? []) listener(payload)
    },
    listening: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
  }
  return socket
}
const asSocket = (socket: ReturnType<typeof handSocket>) => socket as unknown as BoothSocket
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('booth statuses', () => {
  it('drops what is older than what it knows', () => {
    const known = withEvents(new Map(), [event('a', 3, 'claimed')])
    expect(withEvents(known, [event('a', 2, 'held')])).toBe(known)
    expect(withEvents(known, [event('a', 4, 'confirmed')]).get('a')?.status).toBe('confirmed')
  })

  it('takes the later word where a hold ran out and the version stayed', () => {
    const known = withEvents(new Map(), [event('a', 3, 'held')])
    expect(withEvents(known, [event('a', 3, 'available')]).get('a')?.status).toBe('available')
    expect(withEvents(known, [event('a', 3, 'held')])).toBe(known)
  })

  it('joins again after every reconnect and takes over what it missed', async () => {
    const socket = handSocket([
      { ok: true, booths: [event('a', 1)] },
      { ok: true, booths: [event('a', 2, 'confirmed')] },
    ])
    const store = createBoothStatusStore('f', asSocket(socket))
    const changed: string[] = []
    store.subscribe((ids) => changed.push(...ids))
    socket.say('connect')
    await settled()
    expect(store.current.state).toBe('live')
    socket.say('disconnect')
    expect(store.current.state).toBe('away')
    socket.say('connect')
    await settled()
    expect(store.current.statuses.get('a')?.status).toBe('confirmed')
    expect(socket.joined).toBe(2)
    expect(changed).toEqual(['a', 'a'])
  })

  it('learns on asking again who claims, which is not told to everyone', async () => {
    const named = { ...event('a', 2, 'claimed'), exhibitorId: 'e', exhibitorName: 'Atelier Noord' }
    const socket = handSocket([
      { ok: true, booths: [event('a', 1)] },
      { ok: true, booths: [named] },
    ])
    const store = createBoothStatusStore('f', asSocket(socket))
    socket.say('connect')
    await settled()
    socket.say('booth:status', event('a', 2, 'claimed'))
    expect(store.current.statuses.get('a')?.exhibitorName).toBeNull()
    store.refresh()
    await settled()
    expect(store.current.statuses.get('a')?.exhibitorName).toBe('Atelier Noord')
    expect(withEvents(store.current.statuses, [event('a', 2, 'claimed')])).toBe(store.current.statuses)
  })

  it('says that it was refused, and hears nothing of other fairs', async () => {
    const socket = handSocket([{ ok: false, code: 'FORBIDDEN' }])
    const store = createBoothStatusStore('f', asSocket(socket))
    socket.say('connect')
    await settled()
    expect(store.current.state).toBe('refused')
    socket.say('booth:status', { ...event('a', 1), fairId: 'other' })
    expect(store.current.statuses.size).toBe(0)
    store.destroy()
    expect(socket.listening()).toBe(0)
  })
})
