import type { Page } from '@playwright/test'
import { expect, expectAccessible, type Person, PHONE, test } from './support'

const LANGUAGES = ['nl', 'fr', 'en'] as const
const FAIR = 'smart-beroepsbeurs-2027'

interface Group {
  who: string
  person: Person | null
  pages: string[]
}

/** Every page there is, by who may see it. */
const GROUPS: Group[] = [
  {
    who: 'visitor',
    person: null,
    pages: [
      '',
      `/fairs/${FAIR}`,
      `/fairs/${FAIR}/plan`,
      `/fairs/${FAIR}/plan?sector=music`,
      `/fairs/${FAIR}/exhibitors`,
      `/fairs/${FAIR}/exhibitors/demo-member-1`,
      `/fairs/${FAIR}/booths/booth-a01`,
      `/fairs/${FAIR}/sectors`,
      `/fairs/${FAIR}/sectors/music`,
      `/fairs/${FAIR}/programme`,
      `/fairs/${FAIR}/programme?view=grid`,
      `/fairs/${FAIR}/programme?q=zzzz`,
      `/fairs/${FAIR}/talks/talk-tarieven`,
      `/fairs/${FAIR}/speakers`,
      `/fairs/${FAIR}/speakers/person-birgit`,
      `/fairs/${FAIR}/screen`,
      `/embed/${FAIR}/programme`,
      `/embed/${FAIR}/plan?theme=light`,
      `/fairs/${FAIR}/programme?day=2027-03-13&view=grid`,
      `/fairs/${FAIR}/programme?view=list&q=nothing-like-this`,
      `/fairs/${FAIR}/talks/talk-rondleiding`,
      `/fairs/${FAIR}/speakers/person-gwen`,
      `/fairs/${FAIR}/my-programme`,
      `/fairs/${FAIR}/changes`,
      '/sign-in',
      '/demo',
    ],
  },
  {
    who: 'exhibitor',
    person: { role: 'exhibitor', n: 20 },
    pages: [
      `/fairs/${FAIR}/claim`,
      `/fairs/${FAIR}/my-booth`,
      `/fairs/${FAIR}/my-profile`,
      `/fairs/${FAIR}/join`,
      `/fairs/${FAIR}/propose`,
      `/fairs/${FAIR}/proposals`,
      '/account',
      '/demo/mails',
    ],
  },
  {
    who: 'organiser',
    person: { role: 'organiser', n: 20 },
    pages: [
      '/organise',
      `/organise/${FAIR}`,
      `/organise/${FAIR}/claims`,
      `/organise/${FAIR}/sign-ups`,
      `/organise/${FAIR}/exhibitors`,
      `/organise/${FAIR}/exhibitors/demo-member-2`,
      `/organise/${FAIR}/team`,
      `/organise/${FAIR}/release`,
      `/organise/${FAIR}/history`,
      `/organise/${FAIR}/history?at=1`,
      `/organise/${FAIR}/history?at=1&view=programme`,
      `/organise/${FAIR}/history/restore?at=1&scope=region`,
      `/organise/${FAIR}/settings`,
      `/organise/${FAIR}/import`,
      `/organise/${FAIR}/proposals?tab=all`,
      `/organise/${FAIR}/people`,
      `/organise/${FAIR}/programme`,
      `/organise/${FAIR}/programme/import`,
      `/organise/${FAIR}/plan`,
    ],
  },
]

/** What is wrong with any page: words missing, text wider than the screen, errors in the console. */
async function expectSound(page: Page, complaints: string[]): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached()
  const text = await page.locator('body').innerText()
  expect(text).not.toMatch(/\{\{|\bundefined\b|\bNaN\b|\[object Object\]/)
  expect(text).not.toMatch(
    /\b(common|errors|accounts|fairs|team|editor|booths|claims|exhibitors|releases|visit|mails|demo|timetable|talks|people|conflicts|programme|stars|signups|formats|imports|changes|proposals|history)[:.][a-z]+[.A-Z]/,
  )
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'wider than the screen, in px').toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

for (const { who, person, pages } of GROUPS) {
  for (const [device, options] of [
    ['desk', {}],
    ['phone', PHONE],
  ] as const) {
    for (const language of LANGUAGES) {
      test(`every page of a ${who} is sound and accessible: ${device}, ${language}`, async ({
        browser,
        enter,
        baseURL,
      }) => {
        test.setTimeout(400_000)
        const colorScheme = language === 'fr' ? 'dark' : 'light'
        // Rules of structure are the same in every language: light on a desk and dark on a phone see every colour and every layout.
        const isLookedThrough = device === 'desk' ? language === 'nl' : language === 'fr'
        const page = person
          ? await enter(person, { ...options, colorScheme })
          : await (await browser.newContext({ baseURL, ...options, colorScheme })).newPage()
        const complaints = listen(page)
        for (const address of pages) {
          await test.step(`/${language}${address}`, async () => {
            const answer = await page.goto(`/${language}${address}`)
            expect(answer?.status()).toBe(200)
            await page.waitForLoadState('load')
            await expectSound(page, complaints)
            if (isLookedThrough) await expectAccessible(page)
          })
        }
        await page.context().close()
      })
    }
  }
}

test('a page that is not there says so in every language, with its status', async ({ page }) => {
  for (const [language, words] of [
    ['nl', 'niets te vinden'],
    ['fr', 'n’y a rien'],
    ['en', 'nothing at this address'],
  ] as const) {
    const answer = await page.goto(`/${language}/fairs/there-is-no-such-fair`)
    expect(answer?.status()).toBe(404)
    await expect(page.locator('body')).toContainText(words)
    await expectAccessible(page)
  }
})
