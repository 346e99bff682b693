import { describe, expect, it, test } from 'vitest'
import { minuteOfWallTime } from '#shared/programme/time'
import { parseMinutes, parseTime, startOn, timeOf } from '~/features/programme/panels/times'

const ZONE = 'Europe/Brussels'
const at = (day: string, time: string) => minuteOfWallTime({ day, time }, ZONE)

test.each([
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['9h30', '09:30'],
  [' 9u ', '09:00'],
  ['930', '09:30'],
  ['1745', '17:45'],
  ['0:00', '00:00'],
  ['24:00', null],
  ['9:75', null],
  ['9', '09:00'],
  ['', null],
  ['noon', null],
])('%j is the time %j', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})

test.each([
  ['45', 45],
  ['90 min', 90],
  ['1:30', 90],
  ['1h30', 90],
  ['2u', 120],
  ['0', null],
  ['-5', null],
  ['1:75', null],
  ['', null],
])('%j are %j minutes', (typed, minutes) => {
  expect(parseMinutes(typed)).toBe(minutes)
})

describe('a time on a day of the programme', () => {
  const friday = { day: '2027-03-12', from: at('2027-03-12', '04:00') }

  it('before the day changes is the night after', () => {
    expect(startOn(friday, '22:30', ZONE)).toBe(at('2027-03-12', '22:30'))
    expect(startOn(friday, '01:30', ZONE)).toBe(at('2027-03-13', '01:30'))
    expect(startOn(friday, '04:00', ZONE)).toBe(at('2027-03-12', '04:00'))
  })

  it('comes back as it was typed on days when the clock changes, but for the hour that is skipped', () => {
    for (const day of ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31']) {
      const on = { day, from: at(day, '04:00') }
      for (const time of ['04:00', '12:00', '23:55', '00:30', '03:30'])
        expect(timeOf(startOn(on, time, ZONE), ZONE), `${day} ${time}`).toBe(time)
    }
    expect(timeOf(startOn({ day: '2027-03-27', from: at('2027-03-27', '04:00') }, '02:30', ZONE), ZONE)).toBe('03:30')
  })
})
