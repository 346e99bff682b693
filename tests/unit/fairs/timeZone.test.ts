import { expect, test } from 'vitest'
import { instantOf, isTimeZone, wallTimeOf } from '#shared/fairs/timeZone'

test.each(['Europe/Brussels', 'Europe/Paris', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu'])(
  '%s is a time zone',
  (name) => expect(isTimeZone(name)).toBe(true),
)
test.each(['', 'Brussels', 'Europe/Brussel', '+01:00', 'Europe/Brussels; drop', '../etc/passwd', 'Europe/'])(
  '%j is none',
  (name) => expect(isTimeZone(name)).toBe(false),
)

test.each([
  ['2027-03-12', '10:00', 'Europe/Brussels', '2027-03-12T09:00:00.000Z'],
  ['2027-07-12', '10:00', 'Europe/Brussels', '2027-07-12T08:00:00.000Z'],
  // The day on which the clocks go forward (28 March 2027, 02:00 -> 03:00): before, in and after the skip.
  ['2027-03-28', '01:30', 'Europe/Brussels', '2027-03-28T00:30:00.000Z'],
  ['2027-03-28', '02:30', 'Europe/Brussels', '2027-03-28T01:30:00.000Z'],
  ['2027-03-28', '10:00', 'Europe/Brussels', '2027-03-28T08:00:00.000Z'],
  // And back (31 October 2027, 03:00 -> 02:00): 02:30 comes twice, the first counts.
  ['2027-10-31', '02:30', 'Europe/Brussels', '2027-10-31T00:30:00.000Z'],
  ['2027-10-31', '10:00', 'Europe/Brussels', '2027-10-31T09:00:00.000Z'],
  ['2027-01-01', '00:00', 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z'],
  ['2027-01-01', '00:00', 'Asia/Kathmandu', '2026-12-31T18:15:00.000Z'],
])('%s %s in %s is %s', (day, time, zone, instant) => {
  expect(instantOf({ day, time }, zone).toISOString()).toBe(instant)
})

test('there and back again, except in the hour that is skipped', () => {
  for (let at = Date.parse('2027-01-01T00:00Z'); at < Date.parse('2028-01-01T00:00Z'); at += 3_599_000) {
    const wall = wallTimeOf(new Date(at), 'Europe/Brussels')
    expect(wallTimeOf(instantOf(wall, 'Europe/Brussels'), 'Europe/Brussels')).toEqual(wall)
  }
})
