import { describe, expect, it } from 'vitest'
import { durationParts, isUrgent, passedThreshold } from '~/features/claims/remaining'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const said = (ms: number, smallest?: Parameters<typeof durationParts>[1]) =>
  durationParts(ms, smallest)
    .map(({ unit, value }) => `${value} ${unit}`)
    .join(' ')

describe('durationParts', () => {
  it('says the two largest units and never more than is left', () => {
    expect(said(2 * DAY - 1)).toBe('1 days 23 hours')
    expect(said(2 * DAY)).toBe('2 days')
    expect(said(HOUR + 59_999)).toBe('1 hours')
    expect(said(10 * MINUTE + 5_900)).toBe('10 minutes 5 seconds')
    expect(said(999)).toBe('0 seconds')
    expect(said(-5)).toBe('0 seconds')
  })
  it('leaves out seconds where they would only flicker', () => {
    expect(said(MINUTE + 30_000, 'minutes')).toBe('1 minutes')
    expect(said(30_000, 'minutes')).toBe('0 minutes')
  })
})

describe('passedThreshold', () => {
  it('speaks at a few moments only', () => {
    const heard = new Set<number | null>()
    for (let left = 2 * DAY; left >= 0; left -= 1000) heard.add(passedThreshold(left))
    expect([...heard]).toEqual([null, DAY, 6 * HOUR, HOUR, 10 * MINUTE, MINUTE, 0])
  })
  it('the last hour is urgent', () => {
    expect(isUrgent(HOUR + 1)).toBe(false)
    expect(isUrgent(HOUR)).toBe(true)
  })
})
