import type { Page } from '@playwright/test'
import { expect, expectAccessible, PHONE, test } from './support'

const starOf = (page: Page, talkId: string) => page.locator(`[data-star="${talkId}"]`).first()

/** Demo persons keep what an earlier run of the journeys starred. */
async function takeBack(page: Page, slug: string): Promise<void> {
  for (const talk of CLASHING) await page.request.post(`/en/fairs/${slug}/stars`, { form: { unstar: talk } })
}

/** Two at the same time on stages of one hall, and one later that day. */
const CLASHING = ['talk-adem', 'talk-podcast'] as const

test.describe('a visitor with a phone and no account', () => {
  test.use(PHONE)

  test('stars talks, and sees what clashes', async ({ page, fair }) => {
    await page.goto(`/en/fairs/${fair.slug}/my-programme`)
    await expect(page.getByText('Nothing starred yet')).toBeVisible()
    await expectAccessible(page)
    await page.goto(`/en/fairs/${fair.slug}/programme`)
    for (const talk of CLASHING) {
      await starOf(page, talk).tap()
      await expect(starOf(page, talk)).toHaveAttribute('aria-pressed', 'true')
    }
    await page.goto(`/en/fairs/${fair.slug}/my-programme`)
    await expect(page.locator('.my-row')).toHaveCount(2)
    await expect(page.locator('.my-note--clash')).toHaveCount(2)
    await expectAccessible(page)

    // Taken back by mistake: it stays until the page is left, so that it can be put back.
    await starOf(page, CLASHING[0]).tap()
    await expect(page.locator('.my-note--clash')).toHaveCount(0)
    await expect(page.locator('.my-row')).toHaveCount(2)
    await page.reload()
    await expect(page.locator('.my-row')).toHaveCount(1)
  })

  test('has a calendar that follows, and ends it', async ({ page, fair, request }) => {
    await page.goto(`/en/fairs/${fair.slug}/talks/${CLASHING[0]}`)
    await starOf(page, CLASHING[0]).tap()
    await page.goto(`/en/fairs/${fair.slug}/my-programme`)
    await page.getByRole('button', { name: 'Make my calendar address' }).click()
    const field = page.getByLabel('Your private address')
    await expect(field).toHaveValue(/\/fairs\/.+\/my\/[\w-]{43}\.ics\?lang=en$/)
    const address = await field.inputValue()
    await expect(page.getByRole('link', { name: 'Subscribe in my calendar' })).toHaveAttribute(
      'href',
      address.replace(/^https?/, 'webcal'),
    )
    await expectAccessible(page)
    const events = async () => ((await (await request.get(address)).text()).match(/BEGIN:VEVENT/g) ?? []).length
    expect(await events()).toBe(1)
    await page.goto(`/en/fairs/${fair.slug}/talks/${CLASHING[1]}`)
    await starOf(page, CLASHING[1]).tap()
    await expect.poll(events).toBe(2)

    await page.goto(`/en/fairs/${fair.slug}/my-programme`)
    await page.getByText('Replace or stop').click()
    await page.getByRole('button', { name: 'Stop the calendar' }).click()
    await expect(page.getByRole('button', { name: 'Make my calendar address' })).toBeVisible()
    expect((await request.get(address)).status()).toBe(404)
    await expect(page.locator('.my-row')).toHaveCount(2)
  })
})

test('stars of a browser are shared by its windows', async ({ page, fair }) => {
  const other = await page.context().newPage()
  for (const window of [page, other]) await window.goto(`/nl/fairs/${fair.slug}/programme`)
  await starOf(page, CLASHING[0]).click()
  await expect(starOf(other, CLASHING[0])).toHaveAttribute('aria-pressed', 'true')
})

test('stars become the account’s at signing in, are on every device, and leave with it', async ({
  page,
  fair,
  enter,
}) => {
  const programme = `/en/fairs/${fair.slug}/programme`
  const other = await enter({ role: 'exhibitor', n: 18 })
  await takeBack(other, fair.slug)
  await page.goto(programme)
  await starOf(page, CLASHING[0]).click()
  await page.request.post('/demo/enter', { form: { role: 'exhibitor', n: '18' }, maxRedirects: 0 })
  await page.goto(`/en/fairs/${fair.slug}/my-programme`)
  await expect(page.locator('.my-row')).toHaveCount(1)

  await other.goto(programme)
  await expect(starOf(other, CLASHING[0])).toHaveAttribute('aria-pressed', 'true')
  await starOf(other, CLASHING[1]).click()
  await expect(starOf(other, CLASHING[1])).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => other.evaluate(() => JSON.stringify(localStorage))).toContain('waiting\\":{}')
  await page.goto(`/en/fairs/${fair.slug}/my-programme`)
  await expect(page.locator('.my-row')).toHaveCount(2)

  await page.locator('.site-menu > summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto(`/en/fairs/${fair.slug}/my-programme`)
  await expect(page.getByText('Nothing starred yet')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(CLASHING[0])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an account stars by a form, takes a seat and gives it back', async ({ enter, fair }) => {
    const page = await enter({ role: 'exhibitor', n: 17 }, { javaScriptEnabled: false })
    await takeBack(page, fair.slug)
    await page.goto(`/en/fairs/${fair.slug}/talks/talk-adem`)
    await starOf(page, 'talk-adem').click()
    await expect(page).toHaveURL(/talks\/talk-adem$/)
    await expect(starOf(page, 'talk-adem')).toHaveAttribute('aria-pressed', 'true')

    await page.goto(`/en/fairs/${fair.slug}/talks/talk-letters`)
    await page.getByRole('button', { name: 'Take a seat' }).click()
    await expect(page.getByText('You have a seat. It stands in your programme.')).toBeVisible()
    await page.goto(`/en/fairs/${fair.slug}/my-programme`)
    await expect(page.locator('.my-row')).toHaveCount(2)
    await expect(page.locator('.my-note--seat')).toBeVisible()
    await page.goto(`/en/fairs/${fair.slug}/talks/talk-letters`)
    await page.getByRole('button', { name: 'Give my seat back' }).click()
    await expect(page.getByText('You gave your place back.')).toBeVisible()
    await page.goto(`/en/fairs/${fair.slug}/talks/talk-adem`)
    await starOf(page, 'talk-adem').click()
    await expect(starOf(page, 'talk-adem')).toHaveAttribute('aria-pressed', 'false')
  })

  test('a visitor is told why there are no stars, and can sign in', async ({ page, fair }) => {
    await page.goto(`/nl/fairs/${fair.slug}/programme`)
    await expect(page.getByRole('link', { name: /Meld je aan om ook zonder scripts/ })).toBeVisible()
    await expect(page.locator('[data-star]').first()).toBeHidden()
  })
})
