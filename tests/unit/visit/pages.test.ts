import { describe, expect, it } from 'vitest'
import { demoPlan } from '#server/services/demo/demoPlan'
import type { PublishedFair } from '#server/services/visit/visitFair'
import type { BoothStatus } from '#shared/claims/status'
import { releasedBooths } from '#shared/plan/release'
import { chosenText } from '~/features/visit/exhibitorPage'
import { exhibitorsPage, letterOf, readExhibitorsQuery } from '~/features/visit/exhibitorsPage'
import { doorState } from '~/features/visit/fairPage'
import { languageName } from '~/features/visit/languageName'
import { planHref } from '~/features/visit/planHref'
import { planPage } from '~/features/visit/planPage'
import { readPlanQuery } from '~/features/visit/planQuery'
import { createFormat } from '~/lib/format'
import { pageMeta } from '~/lib/pageMeta'

const plan = demoPlan()
const booths = releasedBooths(plan)
const format = createFormat('nl')
const at = { name: 'Électro & Zonen', id: 'ex1', boothId: 'booth-b04' }

const published = {
  release: { number: 1, note: '', publishedAt: new Date(0), plan, booths },
  booths: [...booths.values()].map((booth) => ({
    ...booth,
    status: (booth.id === at.boothId ? 'confirmed' : 'available') as BoothStatus,
    exhibitorId: booth.id === at.boothId ? at.id : null,
    exhibitorName: booth.id === at.boothId ? at.name : null,
    version: 0,
  })),
  exhibitors: [{ id: at.id, name: at.name, kind: 'member', sectorIds: ['music'], boothIds: [at.boothId] }],
} as unknown as PublishedFair

const page = (search: string) => planPage(published, readPlanQuery(new URLSearchParams(search)), format)
const foundIn = (search: string) =>
  page(search)
    ?.groups.flatMap(({ rows }) => rows)
    .filter((row) => row.found)
    .map((row) => row.number) ?? []

describe('the plan page', () => {
  it('finds by name, number and sector, accents and case aside', () => {
    expect(foundIn('q=electro')).toEqual(['B04'])
    expect(foundIn('q=ZONEN+électro')).toEqual(['B04'])
    expect(foundIn('q=b04')).toEqual(['B04'])
    expect(foundIn('q=muziek').length).toBeGreaterThan(3)
    expect(foundIn('q=zzzz')).toEqual([])
    expect(foundIn('status=confirmed')).toEqual(['B04'])
    expect(foundIn('sector=music&q=a05')).toEqual(['A05'])
  })

  it('groups by sector in the order of the reader’s language', () => {
    const names = page('')?.groups.map(({ sector }) => sector?.name ?? '') ?? []
    expect(names).toEqual([...names].sort(new Intl.Collator('nl').compare))
    expect(names).toHaveLength(20)
  })

  it('takes nonsense in the address for nothing said', () => {
    const query = readPlanQuery(new URLSearchParams('hall=../x&booth=%00&status=sold&view=upside&sector=<b>'))
    expect(query).toEqual({
      search: '',
      sectorId: null,
      status: null,
      hallId: null,
      boothId: null,
      stageId: null,
      view: 'list',
    })
    expect(page('hall=nowhere')?.hall.id).toBe('main-hall')
    expect(page('booth=nowhere')).toMatchObject({ gone: true, selected: null })
    expect(page('booth=booth-b04')).toMatchObject({ gone: false, selected: { number: 'B04' } })
    expect(readPlanQuery(new URLSearchParams({ q: 'x'.repeat(5000) })).search).toHaveLength(100)
  })

  it('writes addresses that say the same again', () => {
    const query = readPlanQuery(new URLSearchParams('q=a+%26+b&sector=music&booth=booth-a01'))
    expect(planHref(query, { booth: null })).toBe('?q=a+%26+b&sector=music')
    expect(readPlanQuery(new URLSearchParams(planHref(query, {}))).search).toBe('a & b')
  })
})

describe('exhibitors', () => {
  it('stand under the letter under which one looks for them', () => {
    expect(['Élan', 'élan', '“Zo”', '3D Atelier', 'ßen', 'Ω lab', '…'].map(letterOf)).toEqual([
      'E',
      'E',
      'Z',
      '#',
      'S',
      'Ω',
      '#',
    ])
  })

  it('are found, grouped and counted', () => {
    const query = (text: string) => readExhibitorsQuery(new URLSearchParams(text))
    expect(exhibitorsPage(published, query('q=electro'), format)).toMatchObject({ all: 1, found: 1, letters: ['E'] })
    expect(exhibitorsPage(published, query('by=sector'), format).groups.map(({ key }) => key)).toEqual(['music'])
    expect(exhibitorsPage(published, query('sector=crafts'), format).found).toBe(0)
  })

  it('are described in the reader’s language, or in another that says which', () => {
    expect(chosenText({ nl: 'Hallo', fr: 'Salut' }, 'fr')).toEqual({ text: 'Salut', language: 'fr' })
    expect(chosenText({ nl: '  ', en: 'Hello' }, 'nl')).toEqual({ text: 'Hello', language: 'en' })
    expect(chosenText({}, 'nl')).toBeNull()
    expect(languageName('pt', 'nl')).toBe('Portugees')
    expect(languageName('no such tag', 'nl')).toBeNull()
  })
})

describe('the doors', () => {
  const fair = {
    startsOn: '2027-03-12',
    endsOn: '2027-03-13',
    timeZone: 'Europe/Brussels',
    openingHours: [
      { day: '2027-03-12', opens: '10:00', closes: '18:00' },
      { day: '2027-03-13', opens: '10:00', closes: '17:00' },
    ],
  }
  it.each([
    ['2027-03-10T22:59:00Z', { state: 'opens', day: '2027-03-12', time: '10:00', inDays: 2 }],
    ['2027-03-12T08:59:00Z', { state: 'opensToday', time: '10:00' }],
    ['2027-03-12T09:00:00Z', { state: 'open', time: '18:00' }],
    ['2027-03-12T17:00:00Z', { state: 'opens', day: '2027-03-13', time: '10:00', inDays: 1 }],
    ['2027-03-13T16:00:00Z', { state: 'over' }],
  ])('at %s', (now, state) => {
    expect(doorState(fair, new Date(now))).toEqual(state)
  })
  it('say nothing while hours are unknown, and that it is over afterwards', () => {
    expect(doorState({ ...fair, openingHours: [] }, new Date('2027-03-12T12:00:00Z'))).toEqual({ state: 'unknown' })
    expect(doorState({ ...fair, openingHours: [] }, new Date('2027-03-14T12:00:00Z'))).toEqual({ state: 'over' })
  })
})

describe('meta', () => {
  it('names one true address and the same page in the other languages', () => {
    const meta = pageMeta({
      lang: 'fr',
      publicUrl: 'https://x.be',
      titles: ['Plan', 'Salon'],
      description: 'd',
      path: '/a',
    })
    expect(meta).toContainEqual({ title: 'Plan · Salon · Beursvloer' })
    expect(meta).toContainEqual({ tagName: 'link', rel: 'canonical', href: 'https://x.be/fr/a' })
    expect(meta).toContainEqual({ tagName: 'link', rel: 'alternate', hrefLang: 'nl', href: 'https://x.be/nl/a' })
  })
})
