import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '#shared/document/schedule'
import { dayOf, gridDays, slotsOfDay, slotsShownOn, ticksOf } from '#shared/programme/gridDays'
import { wallTimeOfMinute } from '#shared/programme/time'
import { at, BRUSSELS, FRIDAY, SATURDAY, span } from './fixtures'
import { anyNight, anySlot, runs } from './programmeArbitrary'

const held = (from: string, minutes: number, day = FRIDAY) => ({ start: at(from, day), end: at(from, day) + minutes })
const shown = (spans: readonly Span[], slots: { start: number; end: number }[], timeZone = BRUSSELS) =>
  gridDays(spans, slots, timeZone).map(({ day, start, end }) => {
    const [from, until] = [wallTimeOfMinute(start, timeZone), wallTimeOfMinute(end, timeZone)]
    return `${day} ${from.time}-${until.day === day ? '' : '+'}${until.time}`
  })

describe('gridDays', () => {
  it('shows opening hours in whole hours, and what is held before and after', () => {
    expect(shown([span('09:30', '17:45'), span('10:00', '18:00', SATURDAY)], [])).toEqual([
      '2027-03-12 09:00-18:00',
      '2027-03-13 10:00-18:00',
    ])
    expect(shown([span('09:30', '17:45')], [held('08:45', 30), held('19:00', 61)])).toEqual(['2027-03-12 08:00-21:00'])
    expect(shown([], [])).toEqual([])
    expect(shown([], [held('12:00', 60, SATURDAY)])).toEqual(['2027-03-13 12:00-13:00'])
  })

  it('counts a night to the day on which it began', () => {
    expect(shown([span('10:00', '18:00')], [held('23:00', 150)])).toEqual(['2027-03-12 10:00-+02:00'])
    expect(shown([span('10:00', '18:00')], [held('01:30', 60, SATURDAY)])).toEqual(['2027-03-12 10:00-+03:00'])
    expect(shown([], [held('03:59', 1, SATURDAY)])).toEqual(['2027-03-12 03:00-+04:00'])
    expect(shown([], [held('04:00', 1, SATURDAY)])).toEqual(['2027-03-13 04:00-05:00'])
  })

  it('changes days when the fair opens or closes, where it is open at four in the morning', () => {
    expect(shown([span('03:00', '12:00')], [held('03:30', 30)])).toEqual(['2027-03-12 03:00-12:00'])
    const night: Span = [at('22:00'), at('05:00', SATURDAY)]
    expect(shown([night], [held('04:30', 20, SATURDAY), held('05:00', 30, SATURDAY)])).toEqual([
      '2027-03-12 22:00-+05:00',
      '2027-03-13 05:00-06:00',
    ])
    const round: Span = [at('18:00'), at('20:00', SATURDAY)]
    expect(shown([round], [])).toEqual(['2027-03-12 18:00-+00:00', '2027-03-13 00:00-20:00'])
  })

  it('has a day of 23 hours and one of 25', () => {
    const lengths = ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'].map((day) => {
      const [only] = gridDays([], [held('12:00', 60, day)], BRUSSELS)
      return only!.until - only!.from
    })
    // The night of the change belongs to the evening before.
    expect(lengths).toEqual([23 * 60, 24 * 60, 25 * 60, 24 * 60])
    const [night] = gridDays([], [{ start: at('00:30', '2027-10-31'), end: at('03:30', '2027-10-31') }], BRUSSELS)
    expect(ticksOf(night!, BRUSSELS).map(({ label }) => label)).toEqual([
      '00:00',
      '01:00',
      '02:00',
      '02:00',
      '03:00',
      '04:00',
    ])
    const [short] = gridDays([], [{ start: at('00:30', '2027-03-28'), end: at('03:30', '2027-03-28') }], BRUSSELS)
    expect(ticksOf(short!, BRUSSELS).map(({ label }) => label)).toEqual(['00:00', '01:00', '03:00', '04:00'])
    expect(ticksOf(short!, BRUSSELS, 30)[1]?.label).toBe('00:30')
  })

  it('starts hours where the clocks of the place do', () => {
    const start = Date.parse('2027-03-12T04:15:00Z') / 60_000
    expect(shown([], [{ start, end: start + 60 }], 'Asia/Kathmandu')).toEqual(['2027-03-12 10:00-11:00'])
  })

  it('shows what goes on for days on each of them', () => {
    const days = gridDays([span('10:00', '18:00'), span('10:00', '18:00', SATURDAY)], [held('12:00', 2880)], BRUSSELS)
    expect(days.map(({ day }) => day)).toEqual([FRIDAY, SATURDAY])
    const slots = [held('12:00', 2880), held('11:00', 60, SATURDAY)]
    expect(slotsOfDay(days[1]!, slots)).toEqual([slots[1]])
    expect(slotsShownOn(days[1]!, slots)).toEqual(slots)
    expect(days[0]!.end).toBe(at('12:00', SATURDAY))
  })

  it('puts every slot on one day, which shows all of it', () => {
    const anyCase = anyNight.chain((night) =>
      fc.tuple(fc.array(anySlot(night), { minLength: 1, maxLength: 12 }), fc.array(anySlot(night), { maxLength: 3 })),
    )
    fc.assert(
      fc.property(anyCase, ([talks, open]) => {
        const slots = talks.map(([, start, minutes]) => ({ start, end: start + minutes }))
        const days = gridDays(
          open.map(([, start, minutes]) => [start, start + minutes * 5]),
          slots,
          BRUSSELS,
        )
        for (const slot of slots) {
          expect(days.filter((day) => slotsOfDay(day, [slot]).length > 0)).toHaveLength(1)
          const day = dayOf(days, slot.start)!
          expect(day.start).toBeLessThanOrEqual(slot.start)
          expect(day.end).toBeGreaterThanOrEqual(slot.end)
        }
        for (const [i, day] of days.entries()) {
          expect(day.from).toBeLessThan(day.until)
          const next = days[i + 1]
          if (next) expect(day.until).toBeLessThanOrEqual(next.from)
          expect(wallTimeOfMinute(day.start, BRUSSELS).time).toMatch(/:00$/)
          expect(wallTimeOfMinute(day.end, BRUSSELS).time).toMatch(/:00$/)
        }
      }),
      runs(200),
    )
  })
})
