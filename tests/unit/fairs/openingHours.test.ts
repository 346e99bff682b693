import { expect, test } from 'vitest'
import { daysBetween, openSpans, openStateAt } from '#shared/fairs/openingHours'

const HOURS = [
  { day: '2027-03-28', opens: '10:00', closes: '17:00' },
  { day: '2027-03-27', opens: '10:00', closes: '18:00' },
]
const ZONE = 'Europe/Brussels'
const at = (iso: string) => openStateAt(HOURS, ZONE, new Date(iso))

test('days include both ends, months and leap days; nothing for what is no day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect(daysBetween('2027-03-12', '2027-03-11')).toEqual([])
  expect(daysBetween('2027-02-30', '2027-03-11')).toEqual([])
  expect(daysBetween('2027-01-01', '9999-12-31')).toHaveLength(61)
})

test('the same wall-clock hours are other instants after the clocks have changed', () => {
  expect(openSpans(HOURS, ZONE).map((span) => span.from.toISOString())).toEqual([
    '2027-03-27T09:00:00.000Z',
    '2027-03-28T08:00:00.000Z',
  ])
})

test('open, opens today, opens another day, over', () => {
  expect(at('2027-03-27T09:00:00Z')).toMatchObject({ state: 'open', span: { day: '2027-03-27' } })
  expect(at('2027-03-27T16:59:59Z')).toMatchObject({ state: 'open' })
  expect(at('2027-03-27T17:00:00Z')).toMatchObject({ state: 'opens', today: false, span: { day: '2027-03-28' } })
  expect(at('2027-03-27T23:30:00Z')).toMatchObject({ state: 'opens', today: true })
  expect(at('2027-03-28T15:00:00Z')).toEqual({ state: 'over' })
  expect(openStateAt([], ZONE, new Date())).toEqual({ state: 'over' })
})
