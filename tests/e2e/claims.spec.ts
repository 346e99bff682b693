import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, PHONE, tabTo, test } from './support'

const claimPage = (slug: string, query = '') => `/en/fairs/${slug}/claim${query}`

/** Pages listen for live statuses once they are hydrated; without that a click would be a form post, which works too. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
}

const rowOf = (page: Page, number: string): Locator =>
  page.locator('.desk__list .offer').filter({ has: page.getByRole('heading', { name: number, exact: true }) })

async function firstFree(page: Page): Promise<string> {
  const row = page.locator('.desk__list .offer[data-status="available"]').first()
  return (await row.getByRole('heading').innerText()).trim()
}

test('an exhibitor claims a booth by keyboard only', async ({ fair, enter }) => {
  test.slow()
  const page = await enter({ role: 'exhibitor', n: 14 })
  await open(page, claimPage(fair.slug))
  const number = await firstFree(page)
  await expectAccessible(page)
  await tabTo(page, new RegExp(`^Claim.*${number}$`))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `You claimed booth ${number}` })).toBeVisible()
  await expect(rowOf(page, number).getByText('Yours')).toBeVisible()
  await expect(page.locator('.desk__list').getByRole('button', { name: /^Claim/ })).toHaveCount(0)

  await tabTo(page, /^My booth$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/my-booth/)
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  await tabTo(page, /^Withdraw$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Give booth/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('You have no booth yet')).toBeVisible()
})

test('two race for one booth: one gets it, the other is handed the nearest free ones', async ({ fair, enter }) => {
  test.slow()
  const [one, other] = await Promise.all([
    enter({ role: 'exhibitor', n: 15 }),
    enter({ role: 'exhibitor', n: 16 }, { ...PHONE }),
  ])
  await Promise.all([open(one, claimPage(fair.slug)), open(other, claimPage(fair.slug))])
  const number = await firstFree(one)

  // Both requests are let go together, so that neither page can recolour before its own click.
  let waiting = 0
  let letGo: () => void = () => {}
  const both = new Promise<void>((resolve) => {
    letGo = resolve
  })
  for (const page of [one, other]) {
    await page.route('**/claim*', async (route) => {
      if (route.request().method() === 'POST') {
        waiting++
        if (waiting === 2) letGo()
        await both
      }
      await route.continue()
    })
  }
  await Promise.all(
    [one, other].map((page) =>
      rowOf(page, number)
        .getByRole('button', { name: /^Claim/ })
        .click(),
    ),
  )
  const won = (page: Page) => page.getByRole('heading', { name: `You claimed booth ${number}` })
  const lost = (page: Page) => page.getByRole('heading', { name: `Booth ${number} is taken` })
  for (const page of [one, other]) await expect(won(page).or(lost(page))).toBeVisible()
  const wins = await Promise.all([one, other].map((page) => won(page).isVisible()))
  expect(wins.filter(Boolean)).toHaveLength(1)

  const [winner, loser] = wins[0] ? [one, other] : [other, one]
  await expect(loser.locator('.taken')).toBeFocused()
  await expectAccessible(loser)
  const alternative = loser.locator('.taken .offer').first()
  await alternative.getByRole('button', { name: /^Hold/ }).click()
  await expect(loser.getByRole('heading', { name: /is held for you$/ })).toBeVisible()
  await expect(loser.locator('.countdown')).toContainText(/left/)
  await expectAccessible(loser)

  // Whoever looks on sees it at once.
  const held = (await loser.locator('.own-booth h2').innerText()).match(/Booth (\S+) is held/)?.[1] ?? ''
  // In the list, unless it has moved below the rows that are shown, or on the plan.
  const onPlan = winner.locator('.plan-booth.is-held').filter({ hasText: held })
  await expect(rowOf(winner, held).getByText('Held').or(onPlan).first()).toBeAttached()
})

test('an organiser confirms, and the exhibitor sees it without reloading', async ({ fair, enter }) => {
  test.slow()
  const exhibitor = await enter({ role: 'exhibitor', n: 17 })
  await open(exhibitor, claimPage(fair.slug, '?free=1'))
  const number = await firstFree(exhibitor)
  await rowOf(exhibitor, number)
    .getByRole('button', { name: /^Claim/ })
    .click()
  await expect(exhibitor.getByRole('heading', { name: `You claimed booth ${number}` })).toBeVisible()
  await open(exhibitor, `/en/fairs/${fair.slug}/my-booth`)

  const [organiser, colleague] = await Promise.all([
    enter({ role: 'organiser', n: 2 }),
    enter({ role: 'organiser', n: 3 }),
  ])
  await Promise.all(
    [organiser, colleague].map((page) => open(page, `/en/organise/${fair.id}/claims?q=${encodeURIComponent(number)}`)),
  )
  await expectAccessible(organiser)
  const claim = (page: Page) => page.locator('.claim-row').filter({ hasText: `Booth ${number}` })
  await claim(organiser)
    .getByRole('button', { name: /^Confirm/ })
    .click()
  await expect(organiser.getByText(`has booth ${number}`)).toBeVisible()
  await expect(exhibitor.getByRole('heading', { name: `Booth ${number} is yours` })).toBeVisible()

  // A colleague whose list is older is told, and nothing is done twice.
  await expect(colleague.getByText('Claims changed meanwhile.')).toBeVisible()
  await claim(colleague)
    .getByRole('button', { name: /^Confirm/ })
    .click()
  await expect(colleague.getByText('Somebody was faster')).toBeVisible()
  await expect(claim(colleague)).toHaveCount(0)
})

test('holding works without JavaScript, and twice the same form is one hold', async ({ fair, enter }) => {
  const page = await enter({ role: 'exhibitor', n: 18 }, { javaScriptEnabled: false })
  await page.goto(claimPage(fair.slug, '?free=1'))
  const number = await firstFree(page)
  const form = rowOf(page, number).locator('form')
  const [boothId, key] = await Promise.all([
    form.locator('[name=boothId]').inputValue(),
    form.locator('[name=key]').inputValue(),
  ])
  const again = () => page.request.post(claimPage(fair.slug), { form: { boothId, key, intent: 'hold' } })
  await form.getByRole('button', { name: /^Hold/ }).click()
  await expect(page.getByRole('heading', { name: `Booth ${number} is held for you` })).toBeVisible()
  expect((await again()).status()).toBe(200)
  await page.goto(`/en/fairs/${fair.slug}/my-booth`)
  await expect(page.getByRole('heading', { name: /is held for you$/ })).toHaveCount(1)
})

test('the other views of this room have no barrier, on a phone and in the dark', async ({ fair, enter }) => {
  test.slow()
  const exhibitor = await enter({ role: 'exhibitor', n: 1 }, PHONE)
  await open(exhibitor, `/fr/fairs/${fair.slug}/claim?view=plan`)
  await expectAccessible(exhibitor)
  const organiser = await enter({ role: 'organiser', n: 4 }, { colorScheme: 'dark' })
  for (const page of ['claims?tab=all', 'claims?tab=blocked', 'claims?tab=trail', 'exhibitors/new']) {
    await open(organiser, `/nl/organise/${fair.id}/${page}`)
    await expectAccessible(organiser)
  }
})
