import { expect, expectAccessible, PHONE, test } from './support'

test.describe('a visitor with a phone', () => {
  test.use(PHONE)

  test('finds an exhibitor from the fair’s page and sees where it stands', async ({ page, fair }) => {
    await page.goto('/en')
    await page.getByRole('link', { name: /Smart Professional Fair/ }).click()
    await page.getByRole('searchbox').fill('TROMBONE')
    await page.getByRole('button', { name: 'Find a booth' }).click()
    await expect(page).toHaveURL(/plan\?q=TROMBONE/)
    const row = page.locator('[data-row]:visible')
    await expect(row).toHaveCount(1)
    const number = (await row.locator('b').textContent()) ?? ''
    await row.getByRole('link').tap()

    const card = page.getByRole('region', { name: 'About this booth' })
    await expect(card).toBeVisible()
    await expect(card).toContainText(number)
    await expect(page).toHaveURL(/booth=/)
    await expect(page.locator('.plan-booth.is-selected')).toBeInViewport()
    await expectAccessible(page)

    await card.getByRole('link', { name: /Trombone/ }).tap()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trombone')
    await expect(page).toHaveURL(new RegExp(`/fairs/${fair.slug}/exhibitors/`))
    await expectAccessible(page)
  })

  test('switches between list and map, and is told when nothing is found', async ({ page, fair }) => {
    await page.goto(`/nl/fairs/${fair.slug}/plan`)
    await expect(page.locator('.plan-list')).toBeVisible()
    await expect(page.locator('.plan-map')).toBeHidden()
    await page.getByRole('link', { name: 'Kaart' }).tap()
    await expect(page.locator('.plan-map')).toBeVisible()
    await expect(page.locator('.plan-list')).toBeHidden()
    await page.getByRole('link', { name: 'Lijst' }).tap()
    await page.getByRole('searchbox').fill('zzzz')
    await expect(page.getByText('Niets gevonden voor “zzzz”')).toBeVisible()
    await page.getByRole('link', { name: 'Toon alle stands' }).tap()
    await expect(page.locator('[data-row]:visible').first()).toBeVisible()
    await expect(page).not.toHaveURL(/q=/)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('search, filter, booth and map work by address', async ({ page, fair }) => {
    await page.goto(`/en/fairs/${fair.slug}/plan`)
    await page.getByRole('searchbox').fill('a01')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.locator('[data-row]:visible')).toHaveCount(1)
    await page.locator('[data-row]:visible a').click()
    await expect(page.getByRole('region', { name: 'About this booth' })).toContainText('A01')
    await page.goto(`/en/fairs/${fair.slug}/exhibitors?q=trombone`)
    await expect(page.getByText(/^1 of \d+ exhibitors$/)).toBeVisible()
  })

  test('what is not there says so', async ({ page, fair }) => {
    for (const path of [
      'nowhere',
      `${fair.slug}/booths/nowhere`,
      `${fair.slug}/exhibitors/nowhere`,
      `${fair.slug}/sectors/x`,
    ]) {
      const answer = await page.goto(`/fr/fairs/${path}`)
      expect(answer?.status(), path).toBe(404)
    }
  })
})

test('the map is worked by keys and wheel, and the address remembers the booth', async ({ page, fair }) => {
  await page.goto(`/en/fairs/${fair.slug}/plan`)
  const svg = page.locator('.plan-map .plan')
  const widthSeen = async () => Number((await svg.getAttribute('viewBox'))?.split(' ')[2])
  const all = await widthSeen()
  await page.locator('[data-map]').focus()
  await page.keyboard.press('+')
  await expect.poll(widthSeen).toBeLessThan(all)
  await page.keyboard.press('0')
  await expect.poll(widthSeen).toBe(all)

  await svg.hover()
  await page.mouse.wheel(0, -300)
  await expect(page.getByText('Hold Ctrl to zoom')).toBeVisible()
  expect(await widthSeen()).toBe(all)

  await page.locator('[data-booth="booth-c03"]').click()
  await expect(page).toHaveURL(/booth=booth-c03/)
  await expect(page.locator('[data-row="booth-c03"] a')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/booth=/)
  await page.goto(`/en/fairs/${fair.slug}/plan?booth=booth-c03`)
  await expect(page.getByRole('region', { name: 'About this booth' })).toContainText('C03')
})

test('a booth that is taken changes on every page that shows it, at once', async ({ page, fair, enter }) => {
  const exhibitor = await enter({ role: 'exhibitor', n: 19 })
  const booths = (await (await page.request.get(`/api/fairs/${fair.id}/booths`)).json()) as {
    id: string
    status: string
  }[]
  const free = booths.findLast((booth) => booth.status === 'available')
  if (!free) throw new Error('no free booth is left')
  await page.goto(`/en/fairs/${fair.slug}/plan`)
  await expect(page.locator(`[data-booth="${free.id}"]`)).toHaveClass(/is-available/)
  const answer = await exhibitor.context().request.post(`/api/fairs/${fair.id}/booths/${free.id}/claims`, {
    data: { intent: 'hold' },
    headers: { 'Idempotency-Key': `visit-${free.id}` },
  })
  expect(answer.status()).toBe(201)
  await expect(page.locator(`[data-booth="${free.id}"]`)).toHaveClass(/is-held/)
  await expect(page.locator(`[data-row="${free.id}"]`)).toContainText('Held')
})
