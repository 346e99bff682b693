import { describe, expect, it } from 'vitest'
import { translatorFor } from '#shared/i18n/catalogues'
import { BRUSSELS, demoProgramme, makeTalk, publishedTalks, slotAt } from '#tests/factories/programme'
import { initialsOf } from '~/features/visitProgramme/initials'
import { talkJsonLd } from '~/features/visitProgramme/jsonLd'
import { screenPage } from '~/features/visitProgramme/screenPage'
import { speakerPage, speakersPage } from '~/features/visitProgramme/speakersPage'
import { talkPage } from '~/features/visitProgramme/talkPage'
import { createFormat } from '~/lib/format'
import { nowAndNext } from '~/lib/programmeView/nowNext'
import { quietAt, soonAt } from '~/lib/programmeView/screenData'

const words = { format: createFormat('nl'), t: translatorFor('nl') }
const fair = { timeZone: BRUSSELS }
const BEFORE = new Date('2026-12-01T10:00:00Z')
const demo = demoProgramme()

describe('the page of a talk', () => {
  it('says when, where, with whom, and what to hear next', () => {
    const page = talkPage(demo, 'talk-tarieven', fair, BEFORE, words)
    expect(page?.times).toHaveLength(1)
    expect(page?.times[0]).toMatchObject({ from: '10:45', until: '11:45', stageId: 'stage-main', state: 'coming' })
    expect(page?.times[0]?.starts).toBe('2027-03-12T09:45:00.000Z')
    expect(page?.speakers.map(({ name }) => name)).toContain('Dalila Benhaddou')
    expect(page?.comforts).toContain('interpreter')
    expect(page?.maps[0]?.stageIds).toEqual(['stage-main'])
    expect(page?.related.map(({ talkId }) => talkId)).not.toContain('talk-tarieven')
  })

  it('is there for talks of the release only', () => {
    for (const id of ['nowhere', 'talk-gluren', '__proto__', ''])
      expect(talkPage(demo, id, fair, BEFORE, words)).toBeNull()
  })

  it('knows what is on and what is over', () => {
    const states = ['2027-03-12T09:45:00Z', '2027-03-12T10:44:59Z', '2027-03-12T10:45:00Z'].map(
      (now) => talkPage(demo, 'talk-tarieven', fair, new Date(now), words)?.times[0]?.state,
    )
    expect(states).toEqual(['on', 'on', 'over'])
  })

  it('shows markup in an abstract as nobody’s markup', () => {
    const published = publishedTalks([
      makeTalk('a', { abstract: '<p>One</p><script>alert(1)</script><p>Two &lt;b&gt;</p>' }),
    ])
    expect(talkPage(published, 'a', fair, BEFORE, words)?.abstract?.paragraphs).toEqual(['One', 'Two <b>'])
  })

  it('says the language where there is no text in the reader’s', () => {
    const title = { nl: 'Zagen', fr: 'Scier' }
    const english = { format: createFormat('en'), t: translatorFor('en') }
    const published = publishedTalks([makeTalk('a', { title })])
    expect(talkPage(published, 'a', fair, BEFORE, english)).toMatchObject({ title: 'Zagen', titleLang: 'nl' })
    expect(talkPage(published, 'a', fair, BEFORE, words)).toMatchObject({ title: 'Zagen', titleLang: null })
  })

  it('tells machines of each time, cancelled ones too', () => {
    const slot = slotAt('stage-main', '2027-03-12', '10:00', 30)
    const published = publishedTalks([
      makeTalk('a', { state: 'cancelled', slot, 'slot:b': slotAt('stage-agora', '2027-03-13', '10:00', 30) }),
    ])
    const page = talkPage(published, 'a', fair, BEFORE, words)
    const described = {
      slug: 'x',
      name: { nl: 'Beurs' },
      summary: null,
      startsOn: '2027-03-12',
      endsOn: '2027-03-13',
      venueName: 'Hal',
      venueAddress: 'Kaai 1\nBrussel',
    }
    const events = page ? talkJsonLd(page, described, 'nl', 'https://beurs.example') : []
    expect(events.map(({ startDate, eventStatus }) => [startDate, eventStatus])).toEqual([
      ['2027-03-12T09:00:00.000Z', 'https://schema.org/EventCancelled'],
      ['2027-03-13T09:00:00.000Z', 'https://schema.org/EventCancelled'],
    ])
    expect(JSON.stringify(events)).toContain('https://beurs.example/nl/fairs/x/talks/a')
  })
})

describe('speakers', () => {
  it('are listed by letter with their talks, and found by either', () => {
    const all = speakersPage(demo, '', words)
    expect(all.groups.map(({ letter }) => letter)).toEqual(
      [...all.groups.map(({ letter }) => letter)].sort((a, b) => a.localeCompare(b, 'nl')),
    )
    expect(speakersPage(demo, 'ELODIE', words).found).toBe(1)
    expect(speakersPage(demo, 'eerlijk tarief', words).found).toBe(3)
  })

  it('have a page with every time of their talks', () => {
    const page = speakerPage(demo, 'person-birgit', fair, words)
    expect(page?.talks.length).toBeGreaterThan(1)
    expect(speakerPage(demo, 'person-nobody', fair, words)).toBeNull()
  })

  it('have initials whatever their name is made of', () => {
    expect(['Amal Verstraeten', 'élodie', '  ', '3D (print) Ömer', '王 小明'].map(initialsOf)).toEqual([
      'AV',
      'É',
      '',
      '3Ö',
      '王小',
    ])
  })
})

describe('screens', () => {
  const query = (search: string) => new URLSearchParams(search)

  it('show one stage, one hall or all of the fair, and nothing that is not on the plan', () => {
    const now = new Date('2027-03-12T10:00:00Z')
    expect(
      screenPage(demo, query('stage=stage-agora'), fair, now, words)?.talks.every(
        (talk) => talk.stageId === 'stage-agora',
      ),
    ).toBe(true)
    expect(screenPage(demo, query('hall=main-hall'), fair, now, words)?.place).toBe('Grote hal')
    expect(screenPage(demo, query(''), fair, now, words)?.place).toBeNull()
    expect(screenPage(demo, query('stage=nowhere'), fair, now, words)).toBeNull()
    expect(screenPage(demo, query('hall=<x>'), fair, now, words)).toBeNull()
  })

  it('know the whole fair before it begins, so that they can be hung the day before', () => {
    const page = screenPage(demo, query(''), fair, BEFORE, words)
    expect(page?.talks).toHaveLength(demo.release.programme.slots.length)
    expect(page?.quiet).toMatchObject({ kind: 'begins', talk: { from: '10:00' } })
  })

  it('say good night after the last talk of a day and goodbye after the last of all', () => {
    const talks = screenPage(demo, query(''), fair, BEFORE, words)?.talks ?? []
    const minute = (instant: string) => Date.parse(instant) / 60_000
    expect(quietAt(talks, minute('2027-03-12T20:00:00Z'))).toEqual({ kind: 'nothingMore' })
    expect(quietAt(talks, minute('2027-03-13T08:30:00Z'))).toMatchObject({ kind: 'begins' })
    expect(quietAt(talks, minute('2027-03-13T20:00:00Z'))).toEqual({ kind: 'over' })
    const weeksBefore = soonAt(talks, minute('2027-02-01T08:00:00Z'))
    expect(weeksBefore).toMatchObject({ isQuiet: true, now: [] })
    expect(weeksBefore.next).toContain(talks[0])
    expect(soonAt(talks, minute('2027-03-13T20:00:00Z'))).toMatchObject({ isQuiet: true, now: [], next: [] })
  })

  it('have the next talk of each stage, not of tomorrow', () => {
    const slot = (id: string, stageId: string, start: number, end: number) => ({
      id,
      stageId,
      start,
      end,
      cancelled: false,
    })
    const talks = [
      slot('a', 's', 0, 30),
      slot('b', 's', 30, 60),
      slot('c', 's', 60, 90),
      slot('d', 't', 40, 50),
      slot('e', 'u', 900, 930),
    ]
    const { now, next } = nowAndNext(talks, 29)
    expect(now.map(({ id }) => id)).toEqual(['a'])
    expect(next.map(({ id }) => id)).toEqual(['b', 'd'])
    expect(nowAndNext(talks, 30).now.map(({ id }) => id)).toEqual(['b'])
  })
})
