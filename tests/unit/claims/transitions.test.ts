import { describe, expect, it } from 'vitest'
import { ACTIVE_CLAIM_STATES, boothStatus, CLAIM_STATES, isActive } from '#shared/claims/status'
import { CLAIM_TRANSITIONS, type ClaimVerb, nextState } from '#shared/claims/transitions'

describe('transitions', () => {
  it('never lead out of a claim that has ended', () => {
    const ended = CLAIM_STATES.filter((state) => !isActive(state))
    for (const verb of Object.keys(CLAIM_TRANSITIONS) as ClaimVerb[]) {
      for (const state of ended) expect(nextState(verb, state), `${verb} from ${state}`).toBeNull()
    }
  })

  it('let every active claim be ended', () => {
    for (const state of ACTIVE_CLAIM_STATES) expect(nextState('withdraw', state)).toBe('withdrawn')
  })
})

describe('status of a booth', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const at = (ms: number) => new Date(now.getTime() + ms)

  it('is free the moment a hold ends, not a millisecond earlier', () => {
    expect(boothStatus({ state: 'held', expiresAt: at(1) }, false, now)).toBe('held')
    expect(boothStatus({ state: 'held', expiresAt: at(0) }, false, now)).toBe('available')
    expect(boothStatus({ state: 'held', expiresAt: at(0) }, true, now)).toBe('blocked')
  })

  it('follows active claims only', () => {
    expect(boothStatus({ state: 'declined', expiresAt: null }, false, now)).toBe('available')
    expect(boothStatus({ state: 'confirmed', expiresAt: null }, false, now)).toBe('confirmed')
    expect(boothStatus(null, true, now)).toBe('blocked')
  })
})
