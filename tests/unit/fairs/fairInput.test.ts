import { expect, test } from 'vitest'
import { fairSettingsSchema, newFairSchema } from '#shared/fairs/fairInput'
import { parseMetres } from '#shared/fairs/metres'
import { fieldProblems } from '#shared/kernel/validate'
import { newFair } from '#tests/factories/newFair'

const problemsOf = (changes: Record<string, unknown>) => {
  const result = newFairSchema.safeParse({ ...newFair.raw(), ...changes })
  return result.success ? [] : fieldProblems(result.error).map(({ path, code }) => `${path}: ${code}`)
}

test('what is asked for is all there', () => {
  expect(newFairSchema.parse(newFair.raw())).toMatchObject({
    name: { nl: 'Voorjaarsbeurs' },
    slug: '',
    summary: null,
    openingHours: [{ day: '2027-03-12' }, { day: '2027-03-13' }],
  })
})

test('a name in one language is enough, and stands in for Dutch', () => {
  const { name } = newFairSchema.parse({ ...newFair.raw(), name: { fr: ' Salon ' } })
  expect(name).toEqual({ nl: 'Salon', fr: 'Salon' })
})

test.each([
  [{ name: {} }, 'name.nl: required'],
  [{ name: { nl: ' \u200b\ufeff ' } }, 'name.nl: required'],
  [{ name: { nl: 'a\u0000b' } }, 'name.nl: characters'],
  [{ name: { nl: 'half \ud800' } }, 'name.nl: characters'],
  [{ name: { nl: 'x'.repeat(121) } }, 'name.nl: tooLong'],
  [{ startsOn: '2027-02-30' }, 'startsOn: date'],
  [{ startsOn: '' }, 'startsOn: required'],
  [{ startsOn: '1815-06-18', endsOn: '2027-03-13' }, 'startsOn: date'],
  [{ endsOn: '2027-03-11' }, 'endsOn: order'],
  [{ endsOn: '2029-03-11' }, 'endsOn: tooBig'],
  [{ timeZone: 'Europe/Brussel' }, 'timeZone: timeZone'],
  [{ venueName: '' }, 'venueName: required'],
  [{ slug: 'Not a slug' }, 'slug: slug'],
  [{ openingHours: [{ day: '2027-03-14', opens: '10:00', closes: '18:00' }] }, 'openingHours.0.day: date'],
  [{ openingHours: [{ day: '2027-03-12', opens: '25:00', closes: '18:00' }] }, 'openingHours.0.opens: time'],
  [{ openingHours: [{ day: '2027-03-12', opens: '18:00', closes: '10:00' }] }, 'openingHours.0.closes: order'],
  [{ openingHours: [{ day: '2027-03-12', opens: '', closes: '10:00' }] }, 'openingHours.0.opens: required'],
  [{ start: { from: 'hall', hall: { widthMm: 999, depthMm: 5000 } } }, 'start.hall.widthMm: tooSmall'],
  [{ start: { from: 'hall', hall: { widthMm: 5000, depthMm: 2_000_000 } } }, 'start.hall.depthMm: tooBig'],
  [{ start: { from: 'hall', hall: { widthMm: null, depthMm: 5000 } } }, 'start.hall.widthMm: required'],
])('%j -> %s', (changes, problem) => {
  expect(problemsOf(changes)).toEqual([problem])
})

test('limits of the settings are those of the table', () => {
  const { start: _start, ...about } = newFair.raw()
  const programme = { changeoverMinutes: 0, proposalsOpen: true, votingOpen: false }
  const settings = { ...about, slug: 'a-b', openForExhibitors: true, boothLimit: 1, holdHours: 48, ...programme }
  expect(fairSettingsSchema.safeParse(settings).success).toBe(true)
  for (const wrong of [
    { boothLimit: 0 },
    { boothLimit: 101 },
    { holdHours: 0 },
    { holdHours: 721 },
    { holdHours: 1.5 },
    { changeoverMinutes: -1 },
    { changeoverMinutes: 241 },
    { changeoverMinutes: undefined },
    { slug: '' },
  ]) {
    expect(fairSettingsSchema.safeParse({ ...settings, ...wrong }).success).toBe(false)
  }
})

test.each([
  ['12', 12_000],
  [' 12,5 ', 12_500],
  ['0.001', 1],
  ['70.256', 70_256],
  ['', null],
  ['1e3', null],
  ['-4', null],
  ['12,3456', null],
  ['1.2.3', null],
  ['twelve', null],
  ['١٢', null],
])('%j metres are %s mm', (text, mm) => {
  expect(parseMetres(text)).toBe(mm)
})
