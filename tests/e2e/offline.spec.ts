import type { Page } from '@playwright/test'
import { expect, expectAccessible, PHONE, test } from './support'

const TALK = 'talk-adem'
const LATER = 'talk-podcast'
const starOf = (page: Page, talkId: string) => page.locator(`[data-star="${talkId}"]`).first()

/** Paths that the service worker keeps by now. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = []
    for (const name of (await caches.keys()).filter((key) => key.startsWith('beursvloer-visit:')))
      for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname)
    return paths
  })

test.describe('a visitor in a hall with bad reception', () => {
  test.use(PHONE)

  test('reads programme, plan, starred talks and my programme, and stars go on', async ({ page, context, fair }) => {
    const at = (path: string) => `/en/fairs/${fair.slug}/${path}`
    await page.goto(at('programme'))
    await starOf(page, TALK).tap()
    await expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain(at(`talks/${TALK}`))
    await expect
      .poll(() => keptPaths(page))
      .toEqual(expect.arrayContaining([at('plan'), at('my-programme'), at('agenda')]))

    await context.setOffline(true)
    await page.goto(at('programme'))
    const banner = page.getByText(/the copy that your device kept/)
    await expect(banner).toContainText(/(this|\d+) minutes? ?(ago)?/)
    await expectAccessible(page)
    await expect(starOf(page, TALK)).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('searchbox').fill('podcast')
    await expect(page.locator('[data-talk]:visible')).toHaveCount(1)
    await starOf(page, LATER).tap()

    await page.goto(at('my-programme'))
    await expect(banner).toBeVisible()
    await expect(page.locator('.my-row')).toHaveCount(2)
    await expect(page.locator('.my-note--clash')).toHaveCount(2)
    await expectAccessible(page)
    await page.goto(at('plan'))
    await expect(banner).toBeVisible()
    await expect(page.locator('.plan-list')).toBeVisible()
    await page.goto(at(`talks/${TALK}`))
    await expect(banner).toBeVisible()
    await page.goto(at('programme?day=2027-03-13'))
    await expect(banner).toBeVisible()
    await expect(page.locator('[data-talk="talk-slot"]').first()).toBeAttached()

    await context.setOffline(false)
    await page.getByRole('link', { name: 'Try again' }).tap()
    await expect(banner).toBeHidden()
  })

  test('does not wait for a server that does not answer', async ({ page, context, fair }) => {
    const programme = `/en/fairs/${fair.slug}/programme`
    await page.goto(programme)
    await expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain(`/en/fairs/${fair.slug}/agenda`)
    await context.route(`**${programme}`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 8000))
      await route.continue()
    })
    const asked = Date.now()
    await page.goto(programme)
    expect(Date.now() - asked).toBeLessThan(6000)
    await expect(page.getByText(/the copy that your device kept/)).toBeVisible()
  })

  test('tells the account later what was starred offline, and keeps nothing after signing out', async ({
    enter,
    fair,
  }) => {
    const page = await enter({ role: 'exhibitor', n: 16 }, PHONE)
    const context = page.context()
    await page.request.post(`/nl/fairs/${fair.slug}/stars`, { form: { unstar: TALK } })
    await page.goto(`/nl/fairs/${fair.slug}/programme`)
    await expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain(`/nl/fairs/${fair.slug}/agenda`)
    await context.setOffline(true)
    await page.goto(`/nl/fairs/${fair.slug}/programme`)
    await starOf(page, TALK).tap()
    await expect(page.getByText('Je sterren blijven op dit toestel')).toBeVisible()
    await page.goto(`/nl/fairs/${fair.slug}/my-programme`)
    await expect(page.locator('.my-row')).toHaveCount(1)

    await context.setOffline(false)
    await expect(page.getByText('Je sterren blijven op dit toestel')).toBeHidden()
    await expect
      .poll(async () => (await page.request.get(`/nl/fairs/${fair.slug}/stars`)).json())
      .toEqual({ talkIds: [TALK] })

    await page.locator('.site-menu > summary').tap()
    await page.getByRole('button', { name: 'Afmelden' }).tap()
    await page.waitForURL(/\/nl$/)
    expect(await keptPaths(page)).toEqual([])
  })
})
