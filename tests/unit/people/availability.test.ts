import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '#shared/document/schedule'
import { joinSpans, readRows, rowsOf } from '#shared/people/availability'
import { minuteOfWallTime } from '#shared/programme/time'

const ZONE = 'Europe/Brussels'
const at = (day: string, time: string, zone = ZONE) => minuteOfWallTime({ day, time }, zone)
const row = (day: string, from: string, until: string) => ({ day, from, until })

describe('times that somebody can come', () => {
  it('are instants by the clock of the fair, and come back as they were typed', () => {
    const rows = [row('2027-03-12', '09:30', '12:00'), row('2027-03-13', '14:00', '18:00')]
    const { spans, problems } = readRows(rows, ZONE)
    expect(problems).toEqual([])
    expect(spans).toEqual([
      [at('2027-03-12', '09:30'), at('2027-03-12', '12:00')],
      [at('2027-03-13', '14:00'), at('2027-03-13', '18:00')],
    ])
    expect(rowsOf(spans, ZONE)).toEqual(rows)
  })

  it('run past midnight, or through a whole day', () => {
    const rows = [row('2027-03-12', '22:00', '01:30'), row('2027-03-14', '00:00', '00:00')]
    const { spans } = readRows(rows, ZONE)
    expect(spans.map(([from, until]) => until - from)).toEqual([210, 1440])
    expect(rowsOf(spans, ZONE)).toEqual(rows)
  })

  it('know the days on which the clock changes', () => {
    const spring = readRows([row('2027-03-27', '12:00', '12:00')], ZONE).spans[0] as Span
    expect(spring[1] - spring[0]).toBe(23 * 60)
    const autumn = readRows([row('2027-10-30', '20:00', '08:00')], ZONE).spans[0] as Span
    expect(autumn[1] - autumn[0]).toBe(13 * 60)
  })

  it('are joined where they touch', () => {
    expect(
      joinSpans([
        [10, 20],
        [30, 40],
        [0, 10],
        [35, 38],
      ]),
    ).toEqual([
      [0, 20],
      [30, 40],
    ])
  })

  it('are remarked on row by row', () => {
    const rows = [row('', '10:00', '12:00'), row('2027-02-30', '25:00', ''), row('2027-03-12', '10:00', '12:00')]
    expect(readRows(rows, ZONE).problems).toEqual([
      { path: 'availability.0.day', code: 'required' },
      { path: 'availability.1.day', code: 'date' },
      { path: 'availability.1.from', code: 'time' },
      { path: 'availability.1.until', code: 'required' },
    ])
  })

  it('mean the same after any number of times through the form, in every zone', () => {
    const start = at('2027-01-01', '00:00')
    const span = fc
      .tuple(fc.nat(525_600), fc.integer({ min: 1, max: 5000 }))
      .map(([from, length]): Span => [start + from, start + from + length])
    const zones = fc.constantFrom(ZONE, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), zones, (spans, zone) => {
        const once = readRows(rowsOf(joinSpans(spans), zone), zone)
        expect(once.problems).toEqual([])
        const twice = readRows(rowsOf(once.spans, zone), zone)
        expect(twice.spans).toEqual(once.spans)
      }),
      { numRuns: 200 },
    )
  })
})
