import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { createFairDocument } from '#shared/document/fairDocument'
import type { PresenceState } from '#shared/protocol/sync'
import { createPeople, personsHere } from '~/realtime/people'
import { createOwnPresence, PRESENCE_INTERVAL_MS, type PresenceTimers } from '~/realtime/presence'

/** Time that moves when told. */
function handTimers() {
  let now = 0
  const waiting: { at: number; callback: () => void }[] = []
  const timers: PresenceTimers = {
    now: () => now,
    after: (ms, callback) => {
      const entry = { at: now + ms, callback }
      waiting.push(entry)
      return () => void waiting.splice(waiting.indexOf(entry), 1)
    },
  }
  const pass = (ms: number) => {
    now += ms
    for (const entry of waiting.filter(({ at }) => at <= now)) {
      waiting.splice(waiting.indexOf(entry), 1)
      entry.callback()
    }
  }
  return { timers, pass }
}

describe('own presence', () => {
  it('sends at most one state an interval, and the last one always', () => {
    const sent: PresenceState[] = []
    const { timers, pass } = handTimers()
    const presence = createOwnPresence((state) => sent.push(state), timers)
    for (let x = 0; x < 100; x++) {
      presence.set({ cursor: [x, 0] })
      pass(10)
    }
    expect(sent.length).toBeLessThanOrEqual(1000 / PRESENCE_INTERVAL_MS + 1)
    pass(PRESENCE_INTERVAL_MS)
    expect(sent.at(-1)?.cursor).toEqual([99, 0])
  })

  it('clears cursor, selection and ghost at once for whoever looks elsewhere, and brings them back', () => {
    const sent: PresenceState[] = []
    const { timers, pass } = handTimers()
    const presence = createOwnPresence((state) => sent.push(state), timers)
    presence.set({ hallId: 'h', cursor: [1, 2], selection: ['booths/a'] })
    presence.setAway(true)
    expect(sent.at(-1)).toEqual({ hallId: 'h', cursor: null, selection: [], ghost: null })
    const count = sent.length
    presence.set({ cursor: [3, 4] })
    pass(1000)
    expect(sent).toHaveLength(count)
    presence.setAway(false)
    expect(sent.at(-1)).toMatchObject({ cursor: [3, 4], selection: ['booths/a'] })
  })
})

describe('own presence in the programme', () => {
  it('is cleared for whoever looks elsewhere as well', () => {
    const sent: PresenceState[] = []
    const { timers } = handTimers()
    const presence = createOwnPresence((state) => sent.push(state), timers)
    const programme = { cursor: { stageId: 's', minute: 5 }, selection: ['t'], ghost: { t: ['s', 5, 30] as const } }
    presence.set({ programme })
    presence.setAway(true)
    expect(sent.at(-1)?.programme).toEqual({ cursor: null, selection: [], ghost: null })
    presence.setAway(false)
    expect(sent.at(-1)?.programme).toEqual(programme)
  })
})

describe('who is here', () => {
  const who = (clientId: number, accountId: string) => ({
    clientId,
    accountId,
    name: accountId.toUpperCase(),
    colour: 3,
  })

  it('takes names from the server only, and drops states of the wrong shape', () => {
    const awareness = new Awareness(createFairDocument())
    const people = createPeople(awareness)
    const say = (clientId: number, state: object) => {
      awareness.states.set(clientId, state)
      awareness.emit('change', [{ added: [clientId], updated: [], removed: [] }, 'test'])
    }
    say(7, { name: 'Mallory', hallId: 'h', cursor: [1, 2], selection: [], ghost: null })
    expect(people.others).toEqual([])
    people.setWho([who(7, 'ada'), who(8, 'bo'), who(awareness.clientID, 'me')])
    expect(people.others.map(({ name }) => name)).toEqual(['ADA', 'BO'])
    expect(people.others[0]?.presence?.cursor).toEqual([1, 2])
    expect(people.others[1]?.presence).toBeNull()
    say(7, { hallId: 5, cursor: ['x'], selection: 'all', ghost: { 'booths/a': [1, 2] } })
    expect(people.others[0]?.presence).toEqual({
      hallId: null,
      cursor: null,
      selection: [],
      ghost: null,
      programme: null,
    })
    say(8, {
      hallId: null,
      cursor: null,
      selection: [],
      ghost: null,
      programme: { selection: ['t'], ghost: { t: [1] } },
    })
    expect(people.others[1]?.presence?.programme).toEqual({ cursor: null, selection: ['t'], ghost: null })
    expect(people.self?.name).toBe('ME')
    people.destroy()
    awareness.destroy()
  })

  it('counts a person with two windows once, oneself first', () => {
    const window = (clientId: number, accountId: string, cursor: [number, number] | null) => ({
      ...who(clientId, accountId),
      presence: { hallId: 'h', cursor, selection: [], ghost: null },
    })
    const persons = personsHere({
      self: who(1, 'zoe'),
      others: [window(2, 'ada', null), window(3, 'ada', [5, 5]), window(4, 'zoe', null)],
    })
    expect(persons.map(({ accountId, isSelf }) => [accountId, isSelf])).toEqual([
      ['zoe', true],
      ['ada', false],
    ])
    expect(persons[1]?.window?.clientId).toBe(3)
  })
})
