import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, expectAccessible, PHONE, test } from './support'

const programmeOf = (lang: string, slug: string, search = '') => `/${lang}/fairs/${slug}/programme${search}`
const SHOWN = '[data-slot]:visible'

test.describe('a visitor with a phone', () => {
  test.use(PHONE)

  test('finds a talk from the fair’s page, and where it is', async ({ page, fair }) => {
    await page.goto(`/nl/fairs/${fair.slug}`)
    await page.getByRole('link', { name: /Alle \d+ sessies/ }).tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Programma')
    await expectAccessible(page)
    await page.getByRole('searchbox').fill('EERLIJK tarief')
    await expect(page.locator(SHOWN)).toHaveCount(1)
    await expect(page.getByRole('status').first()).toHaveText(/^1 van \d+ sessies$/)
    await page.locator(SHOWN).getByRole('link').tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat is een eerlijk tarief?')
    await expect(page.locator('.plan-place.is-lit')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Zet in je agenda' })).toHaveAttribute('href', /\.ics\?lang=nl$/)
    await expectAccessible(page)
    const events = await page.locator('script[type="application/ld+json"]').allTextContents()
    expect(events.map((text) => JSON.parse(text)['@type'])).toEqual(['Event'])

    await page.getByRole('link', { name: 'Dalila Benhaddou' }).first().tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dalila Benhaddou')
    await expectAccessible(page)
  })

  test('sees a list first, and the grid when asked for', async ({ page, fair }) => {
    await page.goto(programmeOf('en', fair.slug))
    const first = page.locator(SHOWN).first()
    const second = page.locator(SHOWN).nth(1)
    const top = async (locator: typeof first) => (await locator.boundingBox())?.y ?? 0
    expect(await top(second)).toBeGreaterThan(await top(first))
    await expect(page.locator('.timetable__heads')).toBeHidden()
    await page.getByRole('link', { name: 'Grid' }).tap()
    await expect(page.locator('.timetable__heads')).toBeVisible()
    await expect(page).toHaveURL(/view=grid/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'List', exact: true }).tap()
    await expect(page.locator('.timetable__heads')).toBeHidden()
  })
})

test('filters at once, without a request, and the address remembers', async ({ page, fair }) => {
  await page.goto(programmeOf('en', fair.slug))
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => {
    if (['document', 'fetch', 'xhr'].includes(request.resourceType()) && !request.url().includes('/socket.io'))
      asked.push(request.url())
  })
  const all = await page.locator(SHOWN).count()
  await page.locator('.programme-filters > summary').click()
  await page.getByLabel('Stage', { exact: true }).selectOption({ label: 'Agora' })
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Networking moment' })
  const some = await page.locator(SHOWN).count()
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  await expect(page.locator('[data-head]:visible')).toHaveText(['Agora'])
  await page.getByRole('searchbox').fill('kanaal')
  await expect(page.getByText('Nothing found for “kanaal”')).toBeVisible()
  const elsewhere = page.getByRole('link', { name: 'Sat 13 March (1)' })
  await expect(elsewhere).toBeVisible()
  await expectAccessible(page)
  expect(asked).toEqual([])

  await elsewhere.click()
  await expect(page.locator(SHOWN)).toHaveCount(1)
  await expect(page).toHaveURL(/stage=stage-agora.*kind=networking.*q=kanaal/)
  await page.getByRole('searchbox').fill('zzzz')
  await page.getByRole('link', { name: 'Show all sessions' }).click()
  expect(await page.locator(SHOWN).count()).toBeGreaterThan(10)
})

test('the grid has a column a stage, with talks as long as they last', async ({ page, fair }) => {
  await page.goto(programmeOf('en', fair.slug))
  const box = async (id: string) => {
    const found = await page.locator(`[data-talk="${id}"]`).boundingBox()
    if (!found) throw new Error(`${id} is not shown`)
    return found
  }
  const [opening, debate, letters] = [await box('talk-opening'), await box('talk-tarieven'), await box('talk-letters')]
  expect(opening.x).toBe(debate.x)
  expect(letters.x).toBeGreaterThan(debate.x + debate.width - 1)
  // 30 and 60 minutes, less the gap between blocks.
  expect((debate.height + 2) / (opening.height + 2)).toBeCloseTo(2, 1)
  await page.mouse.wheel(0, 900)
  await expect(page.locator('.timetable__heads')).toBeInViewport()
  const head = await page.locator('.timetable__heads').boundingBox()
  expect(head?.y).toBeCloseTo(0, 0)
})

test('a thousand miles away the page says that its times are the fair’s', async ({ browser, baseURL, fair }) => {
  const context = await browser.newContext({ baseURL, timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  await page.goto(programmeOf('en', fair.slug))
  await expect(page.getByText('where you are: 8 hours later.')).toBeVisible()
  await context.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('search, filters, days and views work by address', async ({ page, fair }) => {
    await page.goto(programmeOf('fr', fair.slug))
    await page.getByRole('searchbox').fill('tarif juste')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await expect(page.locator(SHOWN)).toHaveCount(1)
    await page.goto(programmeOf('fr', fair.slug, '?day=2027-03-13&kind=workshop'))
    const kinds = await page
      .locator(SHOWN)
      .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.kind))
    expect(new Set(kinds)).toEqual(new Set(['workshop']))
    await page.getByRole('link', { name: 'Liste' }).click()
    await expect(page).toHaveURL(/view=list/)
    await expect(page.locator('.timetable__heads')).toBeHidden()
    await page.goto(`/fr/fairs/${fair.slug}/speakers?q=elodie`)
    await expect(page.getByRole('link', { name: 'Élodie Passerelle' })).toBeVisible()
  })

  test('what is not there says so', async ({ page, fair }) => {
    for (const path of ['talks/nowhere', 'talks/talk-gluren', 'speakers/nobody', 'screen?stage=nowhere']) {
      const answer = await page.goto(`/nl/fairs/${fair.slug}/${path}`)
      expect(answer?.status(), path).toBe(404)
    }
  })
})

test('stages on the plan and sectors lead to their talks', async ({ page, fair }) => {
  await page.goto(`/en/fairs/${fair.slug}/plan`)
  await page.locator('[data-place="stage-agora"]').click()
  await expect(page).toHaveURL(/programme\?stage=stage-agora/)
  await expect(page.locator('[data-head]:visible')).toHaveText(['Agora'])
  await page.getByLabel('Stage', { exact: true }).selectOption('')
  await expect(page.locator('[data-head]:visible')).toHaveCount(3)
  await page.goto(`/en/fairs/${fair.slug}/sectors/music`)
  await expect(page.getByRole('heading', { name: 'Sessions in this sector' })).toBeVisible()
})

test('a screen in the hall shows now and next, goes on without a network and says how old it is', async ({
  browser,
  baseURL,
  fair,
}) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.clock.install({ time: new Date('2027-03-12T09:50:00Z') })
  // The server's clock is another one; a screen goes by it.
  await page.route('**/screen', async (route) => {
    if (route.request().resourceType() !== 'fetch') return await route.continue()
    const answer = await route.fetch()
    const date = new Date(await page.evaluate(() => Date.now())).toUTCString()
    await route.fulfill({ response: answer, headers: { ...answer.headers(), date } })
  })
  await page.goto(`/en/fairs/${fair.slug}/screen`)
  const now = page.locator('[data-column="now"]')
  await expect(page.locator('[data-clock]')).toHaveText('10:50')
  await expect(now).toContainText('What is a fair rate?')
  await expect(page.locator('[data-column="next"]')).toContainText('Meet & connect')
  await expect(page.locator('.plan-place.is-lit')).toHaveCount(1)
  await expectAccessible(page)
  await page.unroute('**/screen')
  await context.setOffline(true)
  await page.clock.runFor(3 * 60_000)
  await expect(page.locator('[data-age]')).toContainText('No network since')
  await page.clock.runFor(60 * 60_000)
  await expect(now).not.toContainText('What is a fair rate?')
  await expect(page.locator('[data-clock]')).toHaveText('11:53')
  await context.close()
})

test('another site frames the programme, as high as it is; nothing else may be framed', async ({
  browser,
  baseURL,
  fair,
}) => {
  const site = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html')
    const view = request.url?.slice(1)
    response.end(
      view === 'frame'
        ? `<!doctype html><title>x</title><iframe src="${baseURL}/en/fairs/${fair.slug}/programme"></iframe>`
        : `<!doctype html><html lang="fr"><title>Elsewhere</title><p>Before</p>
          <script src="${baseURL}/embed.js" data-fair="${fair.slug}" data-view="${view}" data-theme="dark" async></script><p>After</p>`,
    )
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  // Another name for the same machine is another origin.
  const elsewhere = `http://localhost:${(site.address() as AddressInfo).port}`
  const context = await browser.newContext()
  const page = await context.newPage()

  await page.goto(`${elsewhere}/programme`)
  const element = page.locator('iframe')
  await expect(element).toHaveAttribute('title', 'Programme')
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Programme de Salon des métiers Smart 2027' })).toBeAttached()
  await expect(frame.locator('.site-header')).toHaveCount(0)
  const height = async () => (await element.boundingBox())?.height ?? 0
  await expect.poll(height).toBeGreaterThan(800)
  const content = await frame.locator('[data-embed]').evaluate((main) => main.getBoundingClientRect().height)
  expect(await height()).toBeCloseTo(content, -1)
  await page.waitForTimeout(500)
  expect(await height()).toBeCloseTo(content, -1)
  expect(
    await frame.locator('body').evaluate((body) => getComputedStyle(body.parentElement ?? body).backgroundColor),
  ).toBe('rgb(20, 23, 26)')
  await page.evaluate(() => postMessage({ beursvloer: 'height', height: 77 }, '*'))
  await page.waitForTimeout(100)
  expect(await height()).not.toBe(77)
  await frame.getByRole('searchbox').fill('tarif juste')
  await expect(frame.locator(SHOWN)).toHaveCount(1)
  await expect.poll(height).toBeLessThan(800)
  const [opened] = await Promise.all([context.waitForEvent('page'), frame.locator(SHOWN).getByRole('link').click()])
  await expect(opened.getByRole('heading', { level: 1 })).toHaveText('Qu’est-ce qu’un tarif juste ?')
  await opened.close()

  await page.goto(`${elsewhere}/plan`)
  await expect(page.frameLocator('iframe').locator('.plan')).toBeVisible()

  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.goto(`${elsewhere}/frame`)
  await refused
  await context.close()
  site.close()
})

test('what is kept for visitors is not shown to people who are signed in', async ({ enter, page, fair }) => {
  await page.goto(programmeOf('en', fair.slug))
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  const organiser = await enter({ role: 'organiser', n: 19 })
  await organiser.goto(programmeOf('en', fair.slug))
  await expect(organiser.getByRole('link', { name: 'Sign in' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})
