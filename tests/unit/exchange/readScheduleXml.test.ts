import { describe, expect, it } from 'vitest'
import { readSchedule } from '#shared/exchange/schedule/readSchedule'
import { readScheduleXml } from '#shared/exchange/schedule/readScheduleXml'
import type { ReadSchedule, RemarkCode } from '#shared/exchange/schedule/types'

const options = { timeZone: 'Europe/Brussels' }
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

const event = (inside: string, attributes = 'id="1"') =>
  `<event ${attributes}><title>Welkom</title><start>09:30</start><duration>00:45</duration>${inside}</event>`
const file = (events: string, conference = '') =>
  `<schedule><conference><title>Beurs</title>${conference}</conference><day index="1" date="2027-03-12">${events}</day></schedule>`
const inRoom = (events: string) => `<room name="Zaal 1">${events}</room>`

const refusal = (read: ReadSchedule) => (read.ok ? 'not refused' : read.refusal.code)
const remarked = (read: ReadSchedule): RemarkCode[] => (read.ok ? read.remarks.map(({ code }) => code) : [])
function first(read: ReadSchedule) {
  if (!read.ok) throw new Error(read.refusal.code)
  return read.schedule.events[0]!
}

describe('a schedule.xml', () => {
  it('without a time zone is read in the time zone of the fair, and says so', () => {
    const read = readScheduleXml(file(inRoom(event(''))), options)
    expect(first(read)).toMatchObject({
      start: Date.parse('2027-03-12T08:30:00Z') / 60_000,
      minutes: 45,
      room: 'Zaal 1',
    })
    expect(remarked(read)).toEqual(['noTimeZone', 'dateFromDay'])
    const elsewhere = readScheduleXml(file(inRoom(event('')), '<time_zone_name>Mars/Olympus</time_zone_name>'), options)
    expect(remarked(elsewhere)).toContain('unknownTimeZone')
  })

  it('of the old shape has its rooms inside the events', () => {
    const read = readScheduleXml(file(event('<room>Chavanne</room>', '')), options)
    expect(first(read)).toMatchObject({ room: 'Chavanne', id: null, guid: null })
    expect(read.ok && read.schedule.rooms.map(({ name }) => name)).toEqual(['Chavanne'])
  })

  it('counts the night to the day before, where it says when days change', () => {
    const late = '<event id="2"><title>Nacht</title><start>01:30</start><duration>01:00</duration></event>'
    const read = readScheduleXml(file(inRoom(late), '<day_change>09:00:00</day_change>'), options)
    expect(first(read).start).toBe(Date.parse('2027-03-13T00:30:00Z') / 60_000)
    expect(first(readScheduleXml(file(inRoom(late)), options)).start).toBe(Date.parse('2027-03-12T00:30:00Z') / 60_000)
  })

  it('keeps the hour that an offset says, also when clocks change', () => {
    const at = (date: string) => first(readScheduleXml(file(inRoom(event(`<date>${date}</date>`))), options)).start
    expect(at('2027-10-31T02:30:00+02:00')).toBe(Date.parse('2027-10-31T00:30:00Z') / 60_000)
    expect(at('2027-10-31T02:30:00+01:00')).toBe(Date.parse('2027-10-31T01:30:00Z') / 60_000)
    expect(at('2027-10-31T00:30:00Z')).toBe(Date.parse('2027-10-31T00:30:00Z') / 60_000)
  })

  it.each([
    ['48:00', 2880, null],
    ['1:12:00:00', 2160, null],
    ['00:45:30', 45, null],
    ['90', 90, null],
    ['PT1H30M', 90, null],
    ['100:00', 4320, 'durationTooLong'],
    ['', 30, 'noDuration'],
    ['soon', 30, 'noDuration'],
    ['00:00', 30, 'noDuration'],
  ] as const)('understands a duration of "%s"', (duration, minutes, remark) => {
    const one = `<event id="1"><title>x</title><start>09:00</start><duration>${duration}</duration></event>`
    const read = readScheduleXml(file(inRoom(one)), options)
    expect(first(read).minutes).toBe(minutes)
    if (remark) expect(remarked(read)).toContain(remark)
  })

  it('says which sessions are called off, by their title or by a status', () => {
    const titled = (title: string) =>
      first(readScheduleXml(file(inRoom(`<event id="1"><title>${title}</title><start>9:00</start></event>`)), options))
    expect(titled('CANCELLED Debugging')).toMatchObject({ title: 'Debugging', cancelled: true })
    expect(titled('[Geannuleerd] Dans')).toMatchObject({ title: 'Dans', cancelled: true })
    expect(titled('Annulé : Danse')).toMatchObject({ title: 'Danse', cancelled: true })
    expect(titled('Cancelled culture')).toMatchObject({ title: 'Cancelled culture', cancelled: false })
    expect(titled('Cancelling syscalls')).toMatchObject({ cancelled: false })
    expect(first(readScheduleXml(file(inRoom(event('<status>cancelled</status>'))), options)).cancelled).toBe(true)
  })

  it('leaves out what may do harm or leads nowhere, and says so', () => {
    const links = `<links><link href="javascript:alert(1)">x</link><link href="https://user:secret@example.org/">y</link>
      <link href="http://">z</link><link href="../slides.pdf">s</link><link href="https://example.org/a?b=1&amp;c=2">good</link></links>`
    const read = readScheduleXml(file(inRoom(event(links))), options)
    expect(first(read).links).toEqual([{ url: 'https://example.org/a?b=1&c=2', title: 'good', type: '', service: '' }])
    expect(remarked(read)).toEqual(expect.arrayContaining(['linkUnsafe', 'urlUnreadable']))
    const based = file(inRoom(event(links)), '<base_url>https://example.org/2027/</base_url>')
    expect(first(readScheduleXml(based, options)).links.map(({ url }) => url)).toContain(
      'https://example.org/slides.pdf',
    )
  })

  it('goes on without sessions that have no title, and refuses a file without any', () => {
    const nameless = '<event id="7"><title> </title><start>09:00</start></event>'
    expect(remarked(readScheduleXml(file(inRoom(event('') + nameless)), options))).toContain('eventWithoutTitle')
    expect(refusal(readScheduleXml(file(inRoom(nameless)), options))).toBe('noEvents')
  })

  it('may hold CDATA, references, namespaces, a byte order mark and lines of Windows', () => {
    const text = `\uFEFF<?xml version="1.0"?>\r\n<s:schedule xmlns:s="urn:x"><day date="2027-03-12"><room name="A &amp; B">
      <event id="1"><title>&#x4E;ul &lt;b&gt; &unknown;</title>\r\n<start>09:00</start><abstract><![CDATA[<p>&amp;</p>]]>\r\nx</abstract></event></room></day></s:schedule>`
    const read = first(readScheduleXml(text, options))
    expect(read).toMatchObject({ title: 'Nul <b> &unknown;', abstract: '<p>&amp;</p>\nx', room: 'A & B' })
  })

  it('is read in the encoding that it declares, or else in the likeliest', () => {
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${file(inRoom(event('<subtitle>été</subtitle>')))}`
    expect(first(readSchedule(bytes(latin, 'latin1'), options)).subtitle).toBe('été')
    expect(readSchedule(bytes(latin.replace('ISO-8859-1', 'x-klingon')), options)).toMatchObject({
      refusal: { code: 'encoding' },
    })
    const guessed = readSchedule(
      new Uint8Array(Buffer.from(file(inRoom(event('<subtitle>été</subtitle>'))), 'latin1')),
      options,
    )
    expect(first(guessed).subtitle).toBe('été')
    expect(remarked(guessed)).toContain('encodingGuessed')
    const wide = new Uint8Array(Buffer.from(`\uFEFF${file(inRoom(event('<subtitle>été</subtitle>')))}`, 'utf16le'))
    expect(first(readSchedule(wide, options)).subtitle).toBe('été')
  })
})

describe('a schedule.xml is refused', () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><schedule>&lol2;</schedule>`
  it.each([
    ['that declares entities', bomb, 'xmlEntities'],
    [
      'that reaches for a file',
      '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>',
      'xmlEntities',
    ],
    ['whose type lies elsewhere', '<!DOCTYPE schedule SYSTEM "http://127.0.0.1/x.dtd"><schedule/>', 'xmlEntities'],
    ['that declares something late', '<schedule><!DOCTYPE x [<!ENTITY a "b">]></schedule>', 'xmlEntities'],
    ['that declares after a comment', `<!-- x --><?pi?>\n${bomb}`, 'xmlEntities'],
    ['that is no XML', '<schedule><day></schedule>', 'notXml'],
    ['that has two roots', '<schedule/><schedule/>', 'notXml'],
    ['that is a page', '<html><body>404</body></html>', 'notSchedule'],
    ['that has nobody in it', '<schedule/>', 'noEvents'],
    ['that is built to break', '<schedule><__proto__><event/></__proto__></schedule>', 'notXml'],
    ['that hides a declaration behind a comment', '<s><!-- <!ENTITY --><![CDATA[]]><!entity a "b"></s>', 'xmlEntities'],
    ['that never ends a comment', `<schedule>${'<!--'.repeat(9)}`, 'notXml'],
    ['that is nested without end', `${'<schedule>'.repeat(5000)}${'</schedule>'.repeat(5000)}`, 'notXml'],
  ])('%s', (_what, text, code) => {
    expect(refusal(readScheduleXml(text, options))).toBe(code)
  })

  it('is opened with a document type that says nothing', () => {
    expect(readScheduleXml(`<!DOCTYPE schedule>${file(inRoom(event('')))}`, options).ok).toBe(true)
    const told = event('<abstract><![CDATA[how <!ENTITY works]]></abstract>')
    expect(readScheduleXml(file(inRoom(told)), options).ok).toBe(true)
  })

  it('in few words, however long the file goes on', () => {
    const read = readScheduleXml('<'.repeat(100_000), options)
    expect(JSON.stringify(read).length).toBeLessThan(500)
  })

  it('when it is empty, too large, or nothing that we know', () => {
    expect(refusal(readSchedule(bytes(''), options))).toBe('empty')
    expect(refusal(readSchedule(bytes(' \n'), options))).toBe('empty')
    expect(refusal(readSchedule(new Uint8Array(20_000_001), options))).toBe('tooLarge')
    expect(refusal(readSchedule(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), options))).toBe('columnsMissing')
  })
})
