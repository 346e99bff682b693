import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScheduleJson } from '#shared/exchange/schedule/readScheduleJson'
import type { ReadSchedule } from '#shared/exchange/schedule/types'
import { REFUSAL_CODES, REMARK_CODES } from '#shared/exchange/schedule/types'
import { catalogues, translatorFor } from '#shared/i18n/catalogues'
import { LANGUAGES } from '#shared/kernel/language'

const options = { timeZone: 'Europe/Brussels' }
const read = (value: unknown) => readScheduleJson(JSON.stringify(value), options)
const codes = (result: ReadSchedule) => (result.ok ? result.remarks.map(({ code }) => code) : [result.refusal.code])
const event = { id: 1, title: 'Welkom', date: '2027-03-12T09:30:00+01:00', duration: '00:45' }
const days = (rooms: object) => ({
  schedule: { conference: { title: 'Beurs', days: [{ date: '2027-03-12', rooms }] } },
})

describe('a schedule.json', () => {
  it('is told apart from what it is not', () => {
    expect(codes(readScheduleJson('{"schedule":', options))).toEqual(['notJson'])
    expect(codes(read([]))).toEqual(['notSchedule'])
    expect(codes(read({ hello: 1 }))).toEqual(['notSchedule'])
    expect(codes(read(days({})))).toEqual(['noEvents'])
    expect(codes(read(days({ A: null, B: [null, 3, 'x'] })))).toEqual(['noEvents'])
  })

  it('keeps what it can of one that breaks the schema, and says what not', () => {
    const answers = [{ question: 1, answer: 'yes' }]
    const persons = [{ id: 'dsadf', public_name: 'Mänu' }, { id: 3 }]
    const result = read(days({ A: [{ ...event, id: '2814', answers, persons }] }))
    if (!result.ok) throw new Error(result.refusal.code)
    expect(result.schedule.events[0]).toMatchObject({ id: 2814, persons: [{ name: 'Mänu', id: null }] })
    expect(codes(result)).toEqual(['fieldUnknown', 'noTimeZone', 'idNotNumber', 'personWithoutName'])
  })

  it('may name its rooms as JavaScript names its parts', () => {
    const text = JSON.stringify(days({ A: [event] })).replace('"A"', '"__proto__"')
    const result = readScheduleJson(text, options)
    expect(result.ok && result.schedule.events.map(({ room }) => room)).toEqual(['__proto__'])
  })

  it('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        readScheduleJson(text, options)
        readScheduleJson(`{"schedule":{"conference":${text}}}`, options)
        readScheduleJson(`{"schedule":{"events":[${text}],"conference":{"days":[${text}]}}}`, options)
        readScheduleJson(`{"schedule":{"conference":{"days":[{"rooms":{"A":[${text}]}}]}}}`, options)
      }),
    )
  })
})

describe('words', () => {
  it.each(LANGUAGES)('%s has a sentence for every remark and every refusal', (language) => {
    const { remarks, refusals } = catalogues[language].formats
    expect(Object.keys(remarks).sort()).toEqual([...REMARK_CODES.leftOut, ...REMARK_CODES.unclear].sort())
    expect(Object.keys(refusals).sort()).toEqual([...REFUSAL_CODES].sort())
    expect(translatorFor(language)('formats:remarks.noTimeZone', { zone: 'Europe/Brussels', count: 3 })).toContain(
      'Europe/Brussels',
    )
  })
})
