import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guarded, readCsv, unguarded, writeCsv } from '#shared/exchange/csv/csvText'
import { namesIn, readScheduleCsv } from '#shared/exchange/csv/readScheduleCsv'

const options = { timeZone: 'Europe/Brussels' }
function eventsOf(text: string) {
  const read = readScheduleCsv(text, options)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return { events: read.schedule.events, remarks: read.remarks.map(({ code }) => code) }
}
const minute = (iso: string) => Date.parse(iso) / 60_000

describe('tables', () => {
  it('come back as they went, cell by cell', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^['=+\-@]{0,3}.{0,5}$/))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.boolean(), (rows, byteOrderMark) => {
        // A table's empty lines say nothing, in every program.
        const told = rows.filter((row) => row.some((one) => one.trim() !== ''))
        const read = readCsv(writeCsv(['a', 'b'], told, { byteOrderMark }))
        expect(read).toEqual({ columns: ['a', 'b'], rows: told, spoilt: [] })
      }),
    )
  })

  it('run nothing in a spreadsheet', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '＝1']) {
      expect(guarded(text)).toBe(`'${text}`)
      expect(unguarded(guarded(text))).toBe(text)
    }
    for (const text of ['Zaal = groot', "l'abeille", '', "'t Werkhuis"]) expect(guarded(text)).toBe(text)
    expect(writeCsv(['a'], [['=cmd|" /C calc"!A0']], { byteOrderMark: false })).toBe(
      'a\r\n"\'=cmd|"" /C calc""!A0"\r\n',
    )
  })
})

describe('talks out of a spreadsheet', () => {
  it('with semicolons, Dutch columns and days before months', () => {
    const { events, remarks } = eventsOf(
      '\uFEFFTitel;Datum;Begin;Einde;Zaal;Sprekers;Taal;Kleur\r\n"Werken; hoe dan";12/03/2027;9u30;11.00;Zaal 1;"Jan Peeters, An Claes";nl;rood\r\n',
    )
    expect(events).toMatchObject([
      { title: 'Werken; hoe dan', start: minute('2027-03-12T08:30:00Z'), minutes: 90, room: 'Zaal 1', language: 'nl' },
    ])
    expect(events[0]?.persons.map(({ name }) => name)).toEqual(['Jan Peeters', 'An Claes'])
    expect(remarks).toEqual(['fieldUnknown'])
  })

  it('with French columns, commas, and the first line that Excel writes', () => {
    const { events } = eventsOf(
      'sep=,\r\nTitre,Début,Durée,Salle,Statut\r\nDanse,2027-03-12 14:00,1h30,Salle A,Annulé\r\n',
    )
    expect(events).toMatchObject([
      { title: 'Danse', start: minute('2027-03-12T13:00:00Z'), minutes: 90, cancelled: true },
    ])
  })

  it.each([
    ['2027-03-12T10:00:00+01:00', '2027-03-12T09:00:00Z'],
    ['2027-03-12T10:00Z', '2027-03-12T10:00:00Z'],
    ['12.03.2027 10:00', '2027-03-12T09:00:00Z'],
    ['12-3-2027 10u', '2027-03-12T09:00:00Z'],
    ['2027-07-12 10:00', '2027-07-12T08:00:00Z'],
  ])('starting at %s', (start, expected) => {
    expect(eventsOf(`title,start\nx,${start}\n`).events[0]?.start).toBe(minute(expected))
  })

  it('without a time wait on the shelf, without a title are left out', () => {
    const { events, remarks } = eventsOf(
      'title,start,room\nWerken,,Zaal\n,2027-03-12 10:00,Zaal\nDans,ooit,Zaal\nWeg,,,x,y\n',
    )
    expect(events.map(({ title, start }) => [title, start]).sort()).toEqual([
      ['Dans', null],
      ['Weg', null],
      ['Werken', null],
    ])
    expect(remarks).toEqual(expect.arrayContaining(['eventWithoutTitle', 'rowIncomplete']))
  })

  it('are refused without titles, and without lines', () => {
    expect(readScheduleCsv('naam van iets anders;b\n1;2\n', options)).toMatchObject({
      refusal: { code: 'columnsMissing' },
    })
    expect(readScheduleCsv('title\n', options)).toMatchObject({ refusal: { code: 'noEvents' } })
    expect(readScheduleCsv('\n\n', options)).toMatchObject({ refusal: { code: 'empty' } })
  })

  it('tell their speakers apart', () => {
    expect(namesIn('Jan Peeters; An, van der Berg |Zoë')).toEqual(['Jan Peeters', 'An, van der Berg', 'Zoë'])
    expect(namesIn('Peeters, Jan')).toEqual(['Peeters, Jan'])
    expect(namesIn(' ')).toEqual([])
  })

  it('never throw, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'title,start;\n"\'=x1:0/-é'), maxLength: 200 }), (text) => {
        readScheduleCsv(text, options)
        readScheduleCsv(`title,start,end,minutes,speakers\n${text}`, options)
      }),
    )
  })
})
