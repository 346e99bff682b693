import { expect, expectAccessible, PHONE, publishNow, tabTo, test } from './support'

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

  await publishNow(organiser, fair)

  await phone.goto(`/en/fairs/${fair.slug}/plan?q=Z99`)
  await phone.locator('[data-row]:visible').getByRole('link').tap()
  await expect(phone.getByRole('region', { name: 'About this booth' })).toContainText('Z99')
  await phone.context().close()
})

test('by keyboard only: a session is proposed, accepted, confirmed, scheduled and published', async ({
  enter,
  browser,
  baseURL,
  fair,
}) => {
  test.slow()
  // Tried again on the same fair, it is another one.
  const title = `Knopen leggen met ${['één hand', 'twee handen'][test.info().retry]}`
  const member = await enter({ role: 'exhibitor', n: 13 })
  const organiser = await enter({ role: 'organiser', n: 5 })

  await member.goto(`/en/fairs/${fair.slug}/propose`)
  await member.waitForLoadState('networkidle')
  await tabTo(member, /^Title/)
  await member.keyboard.type(title)
  await member.keyboard.press('Enter')
  await expect(member.getByRole('heading', { name: title })).toBeVisible()

  await organiser.goto(`/en/organise/${fair.slug}/proposals`)
  await organiser.waitForLoadState('networkidle')
  await tabTo(organiser, new RegExp(`^${title}$`))
  await organiser.keyboard.press('Enter')
  await expect(organiser.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await organiser.waitForLoadState('networkidle')
  await expectAccessible(organiser)
  await tabTo(organiser, /^Accept and invite$/)
  await organiser.keyboard.press('Enter')
  await expect(organiser.getByText('Accepted. It is on the programme')).toBeVisible()

  await member.goto(`/en/fairs/${fair.slug}/proposals`)
  await member.waitForLoadState('networkidle')
  await tabTo(member, /^Yes, I will come/)
  await member.keyboard.press('Enter')
  await expect(member.getByText('Thank you for your answer')).toBeVisible()

  await organiser.goto(`/en/organise/${fair.slug}/programme`)
  const shelf = organiser.getByRole('listbox', { name: 'Talks that are not scheduled' })
  await expect(shelf.getByRole('option', { name: title })).toBeVisible()
  await tabTo(organiser, /^Talks that are not scheduled$/)
  await organiser.keyboard.press('Home')
  const option = shelf.getByRole('option', { name: title })
  const id = (await option.getAttribute('id')) ?? ''
  for (let n = 0; n < 60 && (await shelf.getAttribute('aria-activedescendant')) !== id; n++)
    await organiser.keyboard.press('ArrowDown')
  await organiser.keyboard.press('Enter')
  await organiser.keyboard.press('ArrowDown')
  await organiser.keyboard.press('Enter')
  await expect(option).toHaveCount(0)
  await expect(organiser.locator('.connection__text')).toHaveText('Saved')

  for (let tries = 0; tries < 5; tries++) {
    await organiser.goto(`/en/organise/${fair.slug}/release`)
    await organiser.waitForLoadState('networkidle')
    const seen = organiser.getByRole('checkbox')
    if (await seen.isVisible()) {
      await tabTo(organiser, /./)
      while (!(await seen.evaluate((box) => box === document.activeElement))) await organiser.keyboard.press('Tab')
      await organiser.keyboard.press('Space')
    }
    const button = await organiser.getByRole('button', { name: /^Publish release/ }).innerText()
    await tabTo(organiser, /^Publish release/)
    await organiser.keyboard.press('Enter')
    const published = organiser.getByText(`${button.replace('Publish release', 'Release')} is what visitors see now`)
    await expect(published.or(organiser.getByText('Somebody edited the plan or the programme'))).toBeVisible()
    if (await published.isVisible()) break
  }
  const phone = await (await browser.newContext({ baseURL, ...PHONE })).newPage()
  await phone.goto(`/en/fairs/${fair.slug}/programme?q=${encodeURIComponent('knopen leggen')}`)
  await expect(phone.getByRole('link', { name: title }).first()).toBeVisible()
  await phone.context().close()
})

test('a talk moves: the release mails exactly those affected, and calendars follow', async ({
  enter,
  fair,
  request,
}) => {
  test.slow()
  const talk = 'talk-podcast'
  const calendar = async () => {
    const text = await (await request.get(`/fairs/${fair.slug}/talks/${talk}.ics`)).text()
    return {
      start: /DTSTART:(\S+)/.exec(text)?.[1] ?? '',
      sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1] ?? -1),
    }
  }
  const before = await calendar()
  const fan = await enter({ role: 'exhibitor', n: 3 })
  const other = await enter({ role: 'exhibitor', n: 4 })
  for (const [page, starred] of [
    [fan, talk],
    [other, 'talk-website'],
  ] as const) {
    await page.goto(`/en/fairs/${fair.slug}/talks/${starred}`)
    const star = page.locator(`[data-star="${starred}"]`).first()
    await star.click()
    await expect(star).toHaveAttribute('aria-pressed', 'true')
  }

  const organiser = await enter({ role: 'organiser', n: 6 })
  await organiser.goto(`/en/organise/${fair.slug}/programme`)
  await expect(organiser.locator('.connection__text')).toHaveText('Saved')
  await organiser.locator(`[data-ref="${talk}"]`).first().click()
  await organiser.keyboard.press('Enter')
  await organiser.keyboard.press('ArrowDown')
  await organiser.keyboard.press('Enter')
  await expect(organiser.locator('.connection__text')).toHaveText('Saved')
  const release = await publishNow(organiser, fair)

  await expect(organiser.getByText(/\d+ visitors? who starred or joined a talk/)).toBeVisible()
  await organiser.getByRole('button', { name: /^Send \d+ mail/ }).click()
  await expect
    .poll(async () => {
      await fan.goto('/en/demo/mails')
      return await fan.getByText(/podcast/i).count()
    })
    .toBeGreaterThan(0)

  const after = await calendar()
  expect(after.sequence).toBe(before.sequence + 1)
  expect(after.start > before.start).toBe(true)
  await fan.goto(`/en/fairs/${fair.slug}/changes`)
  await expect(fan.getByText('A podcast with three microphones').first()).toBeVisible()
  const atom = await (await request.get(`/fairs/${fair.slug}/changes.atom`)).text()
  expect(atom).toContain(`/changes/${release}</id>`)
})
