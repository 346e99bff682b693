import { expect, PHONE, test } from './support'

test('from the draft to a visitor: a booth is added, published, and found on a phone', async ({
  enter,
  browser,
  baseURL,
  fair,
}) => {
  const organiser = await enter({ role: 'organiser', n: 4 })
  await organiser.goto(`/en/organise/${fair.slug}/plan`)
  await organiser.getByRole('button', { name: /^\d+ booths$/ }).click()
  const table = organiser.getByRole('region', { name: 'Table of the plan' })
  await table.getByRole('button', { name: 'Add a booth' }).click()
  const number = organiser.getByRole('textbox', { name: 'Number', exact: true })
  await number.fill('Z99')
  await number.press('Enter')
  await expect(organiser.getByRole('button', { name: 'Saved', exact: true })).toBeVisible()

  const phone = await (await browser.newContext({ baseURL, ...PHONE })).newPage()
  await phone.goto(`/en/fairs/${fair.slug}/plan?q=Z99`)
  await expect(phone.locator('[data-row]:visible')).toHaveCount(0)

  await organiser.goto(`/en/organise/${fair.slug}/release`)
  await expect(organiser.getByText('Z99').first()).toBeVisible()
  const seen = organiser.getByRole('checkbox')
  if (await seen.isVisible()) await seen.check()
  const publish = organiser.getByRole('button', { name: /^Publish release/ })
  const release = (await publish.innerText()).replace('Publish release ', '')
  await publish.click()
  await expect(organiser.getByText(`Release ${release} is what visitors see now`)).toBeVisible()

  await phone.goto(`/en/fairs/${fair.slug}/plan?q=Z99`)
  await phone.locator('[data-row]:visible').getByRole('link').tap()
  await expect(phone.getByRole('region', { name: 'About this booth' })).toContainText('Z99')
  await phone.context().close()
})
