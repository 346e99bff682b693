import { describe, expect, it } from 'vitest'
import { minuteOfWallTime, wallTimeOfMinute } from '#shared/programme/time'
import { dayHolding, hourBefore, onDay, shownHours, timetableDays } from '~/timetable/view/days'
import { at, FRIDAY, SATURDAY, slot, timetableOn, ZONE } from './timetableScript'

const SUMMER_ENDS = '2027-10-31'
const SUMMER_BEGINS = '2027-03-28'

const daysFrom = (startsOn: string, endsOn: string, slots: { start: number; end: number }[] = []) =>
  timetableDays({ startsOn, endsOn, timeZone: ZONE, openSpans: [], slots })

describe('days of the programme', () => {
  it('keep what starts after midnight with the evening before it', () => {
    const { timetable } = timetableOn({
      party: { slot: slot('a', '23:00', 180) },
      late: { slot: slot('b', '01:30', 60, SATURDAY) },
    })
    expect([...timetable.layout().blocks.keys()].sort()).toEqual(['late', 'party'])
    expect(timetable.layout().until).toBeGreaterThanOrEqual(at('02:30', SATURDAY))
    timetable.setDay(SATURDAY)
    expect(timetable.layout().blocks.size).toBe(0)
  })

  it('are as long as summer time makes them', () => {
    const [long] = daysFrom('2027-10-30', '2027-10-30')
    expect(long && long.until - long.from).toBe(25 * 60)
    const [short] = daysFrom('2027-03-27', '2027-03-27')
    expect(short && short.until - short.from).toBe(23 * 60)
  })

  it('have another where a talk is held outside of the fair', () => {
    const start = at('11:00', '2027-03-15')
    expect(daysFrom(FRIDAY, SATURDAY, [{ start, end: start + 30 }]).map(({ day }) => day)).toEqual([
      FRIDAY,
      SATURDAY,
      '2027-03-15',
    ])
  })

  it('hold each minute once', () => {
    const days = daysFrom('2027-10-29', '2027-11-01')
    for (let minute = days[0]?.from ?? 0; minute < (days.at(-1)?.until ?? 0); minute += 5) {
      expect(days.filter(({ from, until }) => from <= minute && minute < until)).toHaveLength(1)
    }
    expect(dayHolding(days, minuteOfWallTime({ day: SUMMER_ENDS, time: '12:00' }, ZONE))?.day).toBe(SUMMER_ENDS)
  })
})

describe('the same time of another day', () => {
  it('is the same on the clock, over summer time and for the night', () => {
    const evening = minuteOfWallTime({ day: '2027-03-26', time: '20:00' }, ZONE)
    expect(wallTimeOfMinute(onDay(evening, SUMMER_BEGINS, ZONE), ZONE)).toEqual({ day: SUMMER_BEGINS, time: '20:00' })
    const night = minuteOfWallTime({ day: '2027-03-27', time: '01:30' }, ZONE)
    expect(wallTimeOfMinute(onDay(night, '2027-03-28', ZONE), ZONE)).toEqual({ day: '2027-03-29', time: '01:30' })
  })
})

describe('the hours that are shown', () => {
  const day = { day: FRIDAY, from: at('04:00'), until: at('04:00', SATURDAY) }
  const hours = (talks: { start: number; end: number }[], openSpans: [number, number][] = [], wholeDay = false) => {
    const { from, until } = shownHours({ day, timeZone: ZONE, openSpans, talks, wholeDay })
    return [wallTimeOfMinute(from, ZONE).time, wallTimeOfMinute(until, ZONE).time]
  }

  it('are whole ones around opening hours and talks, within the day', () => {
    expect(hours([], [[at('10:00'), at('18:30')]])).toEqual(['09:00', '20:00'])
    expect(hours([{ start: at('08:10'), end: at('09:00') }], [[at('10:00'), at('18:00')]])).toEqual(['07:00', '19:00'])
    expect(hours([{ start: at('23:30'), end: at('06:00', SATURDAY) }])).toEqual(['22:00', '04:00'])
    expect(hours([])).toEqual(['09:00', '19:00'])
    expect(hours([], [], true)).toEqual(['04:00', '04:00'])
  })

  it('begin on a full hour of the clock also where zones differ by half hours', () => {
    const minute = minuteOfWallTime({ day: FRIDAY, time: '10:40' }, 'Asia/Kolkata')
    expect(wallTimeOfMinute(hourBefore(minute, 'Asia/Kolkata'), 'Asia/Kolkata').time).toBe('10:00')
  })
})
