import { expect, expectAccessible, PHONE, test } from './support'

const organiser = { role: 'organiser', n: 7 } as const

test('a speaker is entered, found, changed and erased', async ({ fair, enter }) => {
  const page = await enter(organiser)
  const name = `Zita Proefpersoon ${Date.now()}`
  await page.goto(`/en/organise/${fair.id}/people`)
  await expect(page.getByRole('heading', { name: 'Speakers and hosts' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill('not an address')
  await page.getByRole('button', { name: 'Add this person' }).click()
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name)
  await page.getByLabel('E-mail').fill('zita@example.org')
  await page.getByLabel('Only at these times').check()
  await page.getByLabel('From', { exact: true }).fill('22:00')
  await page.getByLabel('Until', { exact: true }).fill('01:00')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add this person' }).click()
  await expect(page.getByText(`${name} is added.`)).toBeVisible()
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('22:00')
  await expect(page.getByLabel('Until', { exact: true })).toHaveValue('01:00')
  await expectAccessible(page)

  await page.getByRole('textbox', { name: 'English' }).fill('Repairs radios.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.getByRole('link', { name: 'All people' }).click()
  await page.getByLabel('Name, e-mail or exhibitor').fill('PROEFPERSOON zita@')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('link', { name }).click()
  await page.getByText('Erase for good').click()
  await page.getByLabel('Yes, erase this person').check()
  await page.getByRole('button', { name: 'Erase this person' }).click()
  await expect(page.getByText('This person is erased.')).toBeVisible()
  await page.goto(`/en/organise/${fair.id}/people?${new URLSearchParams({ q: name })}`)
  await expect(page.getByText('Nobody fits this')).toBeVisible()
})

test('the same without scripts, rows of times included', async ({ fair, enter }) => {
  const page = await enter(organiser, { javaScriptEnabled: false })
  await page.goto(`/nl/organise/${fair.id}/people/new`)
  const name = `Zonder Script ${Date.now()}`
  await page.getByLabel('Naam', { exact: true }).fill(name)
  await page.getByLabel('Alleen op deze tijdstippen').check()
  await page.getByLabel('Van', { exact: true }).fill('10:00')
  await page.getByLabel('Tot', { exact: true }).fill('12:00')
  await page.getByRole('button', { name: 'Tijdstip toevoegen' }).click()
  await expect(page.getByLabel('Van', { exact: true })).toHaveCount(2)
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(name)
  await page.getByLabel('Van', { exact: true }).nth(1).fill('14:00')
  await page.getByRole('button', { name: 'Voeg deze persoon toe' }).last().click()
  await expect(page.getByText('Vul dit in.')).toBeVisible()
  await page.getByLabel('Tot', { exact: true }).nth(1).fill('16:00')
  await page.getByRole('button', { name: 'Voeg deze persoon toe' }).last().click()
  await expect(page.getByText(`${name} is toegevoegd.`)).toBeVisible()
  await expect(page.getByLabel('Van', { exact: true }).nth(1)).toHaveValue('14:00')
})

test('on a phone the list is read as cards', async ({ fair, enter }) => {
  const page = await enter(organiser, PHONE)
  await page.goto(`/fr/organise/${fair.id}/people`)
  await expect(page.getByRole('link', { name: 'Ajouter une personne' })).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
