import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import { emptyPlan } from '#shared/document/plan'
import { decodeRecord, type Plan } from '#shared/document/records'
import { calendarOf } from '#shared/exchange/calendar/calendarOf'
import { talkEntries } from '#shared/exchange/calendar/talkEntries'
import { translatorFor } from '#shared/i18n/catalogues'
import type { PersonId, TalkId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import { NO_PROGRAMME, nextHistory, releasedProgramme } from '#shared/programme/release'
import { naughtyNames } from '#tests/fixtures/naughtyNames'

/** The last hour before summer time ends in Brussels, which comes twice. */
const NIGHT = Date.parse('2027-10-31T00:30:00Z') / 60_000
const FIRST = new Date('2027-01-01T10:00:00Z')
const LATER = new Date('2027-01-02T10:00:00Z')

function planOf(talks: Record<string, object>): Plan {
  const plan = emptyPlan()
  const records = {
    halls: {
      h: {
        name: { nl: 'Hal 1' },
        outline: [
          [0, 0],
          [9, 0],
          [9, 9],
        ],
      },
    },
    stages: { s: { hallId: 'h', name: { nl: 'Podium; Noord', fr: 'Scène' }, place: [0, 0, 5, 5, 0] } },
    sectors: { m: { name: { nl: 'Muziek, dans' }, code: 'MU', tint: 0 } },
    talks,
  }
  for (const [kind, all] of Object.entries(records))
    for (const [id, fields] of Object.entries(all)) {
      const decoded = decodeRecord(kind as 'talks', id, fields)
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.malformed))
      ;(plan[kind as 'talks'] as Map<string, unknown>).set(id, decoded.record)
    }
  return plan
}

function released(plan: Plan, previous = NO_PROGRAMME, at = FIRST) {
  const talks = new Map([...plan.talks.values()].map((talk) => [talk.id, talk]))
  return { plan, programme: releasedProgramme(plan, nextHistory(talks, previous, at)), publishedAt: at }
}

function calendar(release: ReturnType<typeof released>, language: Language = 'nl', only?: TalkId[]) {
  const entries = talkEntries({
    release,
    fair: { id: 'fair', slug: 'beurs', name: { nl: 'Beurs' }, venueName: 'Gare Maritime' },
    speakers: new Map([['p' as PersonId, { name: 'Zoë Peeters' }]]),
    language,
    translate: translatorFor(language),
    publicUrl: 'https://beurs.example',
    ...(only ? { talkIds: new Set(only) } : {}),
  })
  return calendarOf({ name: 'Beurs; A, B\\C\nX:Y', source: 'https://beurs.example/calendar.ics', entries })
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents('vevent').map((component) => ({
    component,
    event: new ICAL.Event(component),
  }))

const talk = (fields: object = {}) => ({
  title: { nl: 'Werken, en; hoe\\dan', fr: 'Travailler' },
  abstract: { nl: 'Eerste regel\nTweede: "regel"' },
  state: 'confirmed',
  sectorId: 'm',
  speakerIds: ['p', 'erased'],
  slot: ['s', NIGHT, 60],
  ...fields,
})

describe('a calendar of talks', () => {
  it('is read alike by ical.js and node-ical', () => {
    const text = calendar(released(planOf({ t: talk({ 'slot:again': ['s', NIGHT + 600, 45] }) })))
    const read = eventsIn(text)
    expect(
      read.map(({ event }) => [
        event.uid,
        event.startDate.toJSDate().toISOString(),
        event.endDate.toJSDate().toISOString(),
      ]),
    ).toEqual([
      ['t@fair.beursvloer', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
      ['t.again@fair.beursvloer', '2027-10-31T10:30:00.000Z', '2027-10-31T11:15:00.000Z'],
    ])
    const [{ event, component }] = read as [(typeof read)[number]]
    expect(event.summary).toBe('Werken, en; hoe\\dan')
    expect(event.description).toBe('Met Zoë Peeters\n\nEerste regel\nTweede: "regel"')
    expect(event.location).toBe('Podium; Noord, Hal 1, Gare Maritime')
    expect(component.getFirstPropertyValue('url')).toBe('https://beurs.example/nl/fairs/beurs/talks/t')
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(component.getFirstPropertyValue('geo')).toBeNull()

    const other = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')
    expect(other).toHaveLength(2)
    expect(other[0]).toMatchObject({ uid: 't@fair.beursvloer', summary: 'Werken, en; hoe\\dan', status: 'CONFIRMED' })
    expect(other[0]?.start).toEqual(new Date('2027-10-31T00:30:00Z'))
  })

  it('keeps to the letter of RFC 5545', () => {
    const long = 'lange woorden met ë en 🎶 '.repeat(11)
    const text = calendar(
      released(planOf({ t: talk({ title: { nl: long.trim() }, abstract: { nl: long.repeat(5) } }) })),
    )
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.every((line) => line.isWellFormed())).toBe(true)
    expect(eventsIn(text)[0]?.event.summary).toBe(long.trim())
    const root = new ICAL.Component(ICAL.parse(text) as never[])
    // Text as any other, though ical.js hands it out as it stands.
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe('Beurs\\; A\\, B\\\\C\\nX:Y')
    expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT15M')
    expect(root.getFirstPropertyValue('version')).toBe('2.0')
    expect(root.getAllSubcomponents('vtimezone')).toEqual([])
    for (const field of ['dtstamp', 'last-modified', 'sequence', 'uid'])
      expect(eventsIn(text)[0]?.component.hasProperty(field), field).toBe(true)
  })

  it('tells a newer entry from an older one, and what is called off', () => {
    const before = released(planOf({ t: talk(), same: talk() }))
    const after = released(planOf({ t: talk({ state: 'cancelled' }), same: talk() }), before.programme, LATER)
    const facts = (text: string) =>
      eventsIn(text).map(({ component }) =>
        ['uid', 'sequence', 'status', 'last-modified', 'dtstamp'].map((name) =>
          String(component.getFirstPropertyValue(name)),
        ),
      )
    expect(facts(calendar(before)).sort()).toEqual([
      ['same@fair.beursvloer', '0', 'CONFIRMED', '2027-01-01T10:00:00Z', '2027-01-01T10:00:00Z'],
      ['t@fair.beursvloer', '0', 'CONFIRMED', '2027-01-01T10:00:00Z', '2027-01-01T10:00:00Z'],
    ])
    expect(facts(calendar(after)).sort()).toEqual([
      ['same@fair.beursvloer', '0', 'CONFIRMED', '2027-01-01T10:00:00Z', '2027-01-01T10:00:00Z'],
      ['t@fair.beursvloer', '1', 'CANCELLED', '2027-01-02T10:00:00Z', '2027-01-02T10:00:00Z'],
    ])
    expect(eventsIn(calendar(after)).map(({ event }) => event.summary)).toContain('Geannuleerd: Werken, en; hoe\\dan')
    expect(calendar(after)).toBe(calendar(after))
  })

  it('has only the talks that are asked for, and speaks the language that is', () => {
    const release = released(planOf({ a: talk(), b: talk(), c: talk({ slot: null }) }))
    expect(eventsIn(calendar(release, 'nl', ['b' as TalkId])).map(({ event }) => event.uid)).toEqual([
      'b@fair.beursvloer',
    ])
    expect(eventsIn(calendar(release, 'fr', ['a' as TalkId]))[0]?.event).toMatchObject({
      summary: 'Travailler',
      location: 'Scène, Hal 1, Gare Maritime',
    })
    expect(eventsIn(calendar(release, 'fr', ['c' as TalkId]))).toEqual([])
    expect(nodeIcal.sync.parseICS(calendar(release, 'nl', []))).toBeTypeOf('object')
  })

  it('holds whatever somebody calls a session', () => {
    const names = naughtyNames().names.filter((name) => name.trim() !== '')
    const plan = planOf(
      Object.fromEntries(names.map((name, index) => [`t${index}`, talk({ title: { nl: name.slice(0, 300) } })])),
    )
    const text = calendar(released(plan))
    expect(eventsIn(text)).toHaveLength(names.length)
    expect(Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')).toHaveLength(
      names.length,
    )
  })
})
