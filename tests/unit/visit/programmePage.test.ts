import { describe, expect, it } from 'vitest'
import { translatorFor } from '#shared/i18n/catalogues'
import type { Language } from '#shared/kernel/language'
import { BRUSSELS, demoProgramme, makeTalk, publishedTalks, slotAt } from '#tests/factories/programme'
import { programmePage } from '~/features/visitProgramme/programmePage'
import { programmeParams, readProgrammeQuery } from '~/features/visitProgramme/programmeQuery'
import { createFormat } from '~/lib/format'

const wordsOf = (lang: Language) => ({ format: createFormat(lang), t: translatorFor(lang) })
const time = (now: string) => ({ timeZone: BRUSSELS, openingHours: [], now: new Date(now) })
const BEFORE = '2026-12-01T10:00:00Z'

function pageOf(published: ReturnType<typeof demoProgramme>, search = '', now = BEFORE, lang: Language = 'nl') {
  const page = programmePage(published, readProgrammeQuery(new URLSearchParams(search)), time(now), wordsOf(lang))
  if (!page) throw new Error('there is no programme')
  return page
}
const foundOn = (page: ReturnType<typeof pageOf>) =>
  page.groups.flatMap(({ cards }) => cards.filter(({ found }) => found).map(({ talkId }) => talkId))

describe('the programme page', () => {
  const demo = demoProgramme()

  it('shows the first day before the fair and after it, today during it', () => {
    expect(pageOf(demo).day.day).toBe('2027-03-12')
    expect(pageOf(demo, '', '2027-03-13T09:00:00Z').day).toMatchObject({ day: '2027-03-13', today: true })
    expect(pageOf(demo, '', '2028-01-01T09:00:00Z').day.day).toBe('2027-03-12')
    expect(pageOf(demo, 'day=2027-03-13').day.day).toBe('2027-03-13')
    expect(pageOf(demo, 'day=2031-01-01').day.day).toBe('2027-03-12')
  })

  it('is in the order of time, with every slot once, and counts what it shows', () => {
    const page = pageOf(demo)
    const starts = page.groups.map(({ start }) => start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    const refs = page.groups.flatMap(({ cards }) => cards.map(({ ref }) => ref))
    expect(new Set(refs).size).toBe(refs.length)
    expect(page.all).toBe(refs.length)
    expect(page.days.reduce((sum, day) => sum + day.found, 0)).toBe(demo.release.programme.slots.length)
  })

  it('finds by title in any language, speaker, stage and sector, accents and case aside', () => {
    const found = (search: string) => foundOn(pageOf(demo, search))
    expect(found('q=FAIR+RATE')).toEqual(['talk-tarieven'])
    expect(found('q=tarif+juste')).toContain('talk-tarieven')
    expect(found('q=eerlijk+tarief')).toContain('talk-tarieven')
    expect(found('q=elodie').length).toBeGreaterThan(0)
    expect(found('kind=debate&stage=stage-main&language=fr')).toContain('talk-tarieven')
    expect(found('q=zzzz')).toEqual([])
  })

  it('leads to the day on which something was found, and tells what the others have', () => {
    const page = pageOf(demo, 'q=kanaal')
    expect(page.day.day).toBe('2027-03-13')
    expect(page.found).toBeGreaterThan(0)
    expect(Object.keys(page.elsewhere)).toEqual(['2027-03-12'])
    expect(page.elsewhere['2027-03-12']).toHaveLength(pageOf(demo).all)
  })

  it('gives columns to the stages that have something to show only', () => {
    const page = pageOf(demo, 'stage=stage-agora')
    expect(page.stages.filter(({ shown }) => shown).map(({ id }) => id)).toEqual(['stage-agora'])
    // The others wait, hidden, for the filter to be taken away.
    expect(page.stages).toHaveLength(3)
    const cards = page.groups.flatMap(({ cards }) => cards)
    expect(cards.every(({ found, column }) => (found ? column === 0 : column === -1))).toBe(true)
  })

  it('tells what is on and what comes next on the day itself', () => {
    const page = pageOf(demo, '', '2027-03-12T10:00:00Z')
    expect(page.nowNext?.now.map(({ talkId }) => talkId)).toContain('talk-tarieven')
    expect(page.nowNext?.next.length).toBeGreaterThan(0)
    expect(pageOf(demo).nowNext).toBeNull()
  })

  it('takes nonsense in the address for nothing said', () => {
    const query = readProgrammeQuery(
      new URLSearchParams('day=tomorrow&view=upside&stage=../x&sector=<b>&kind=party&language=klingon!&q=%20'),
    )
    expect(query).toEqual({
      day: null,
      view: null,
      stageId: null,
      sectorId: null,
      kind: null,
      language: null,
      search: '',
    })
    expect(programmeParams(query, { view: 'grid' })).toMatchObject({ view: 'grid', day: null })
  })

  it('has nothing to show without talks', () => {
    const query = readProgrammeQuery(new URLSearchParams())
    expect(programmePage(publishedTalks([]), query, time(BEFORE), wordsOf('nl'))).toBeNull()
  })
})

describe('times on the programme', () => {
  it('leaves what begins after midnight to the evening before', () => {
    const party = publishedTalks([
      makeTalk('a', { slot: slotAt('stage-main', '2027-03-12', '23:30', 60) }),
      makeTalk('b', { slot: slotAt('stage-main', '2027-03-13', '01:00', 60) }),
      makeTalk('c', { slot: slotAt('stage-main', '2027-03-13', '10:00', 60) }),
    ])
    const page = pageOf(party)
    expect(page.days.map(({ day, found }) => [day, found])).toEqual([
      ['2027-03-12', 2],
      ['2027-03-13', 1],
    ])
    expect(page.groups.map(({ from }) => from)).toEqual(['23:30', '01:00'])
    expect(page.grid.hours.map(({ time }) => time)).toEqual(['23:00', '00:00', '01:00', '02:00'])
  })

  it('is right on the night when summer time begins', () => {
    const night = publishedTalks([makeTalk('a', { slot: slotAt('stage-main', '2027-03-28', '01:30', 60) })])
    const [group] = pageOf(night).groups
    expect(group?.cards[0]).toMatchObject({ from: '01:30', until: '03:30' })
    expect(pageOf(night).grid.hours.map(({ time }) => time)).toEqual(['01:00', '03:00'])
  })

  it('puts what overlaps on one stage side by side', () => {
    const both = publishedTalks([
      makeTalk('a', { slot: slotAt('stage-main', '2027-03-12', '10:00', 60) }),
      makeTalk('b', { slot: slotAt('stage-main', '2027-03-12', '10:30', 60) }),
    ])
    const lanes = pageOf(both).groups.flatMap(({ cards }) => cards.map(({ lane, lanes }) => [lane, lanes]))
    expect(lanes).toEqual([
      [0, 2],
      [1, 2],
    ])
  })

  it('keeps cancelled talks, and those without a time apart', () => {
    const page = pageOf(
      publishedTalks([
        makeTalk('a', { state: 'cancelled', slot: slotAt('stage-main', '2027-03-12', '10:00', 60) }),
        makeTalk('b'),
      ]),
      '',
      '2027-03-12T09:30:00Z',
    )
    expect(page.groups[0]?.cards[0]?.cancelled).toBe(true)
    expect(page.nowNext).toEqual({ now: [], next: [] })
    expect(page.unscheduled.map(({ talkId }) => talkId)).toEqual(['b'])
  })
})
