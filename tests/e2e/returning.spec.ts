import type { Page } from '@playwright/test'
import { type DemoFair, expect, expectAccessible, test, unclaimedBooths } from './support'

/** Long enough for an editor's shell to have been kept by the service worker, and for the way back online. */
const PATIENT = { timeout: 20_000 }
/** The second one where a run that failed left the first renamed. */
const TALKS = ['Small venues, large audiences', 'Who still reads us?']

const connection = (page: Page) => page.locator('.connection__text')
const dialog = (page: Page) => page.getByRole('alertdialog', { name: 'Changed by others too' })
const side = (page: Page, legend: string, name: RegExp) =>
  dialog(page).getByRole('group', { name: legend }).getByRole('radio', { name })

async function shellKept(page: Page): Promise<void> {
  const isKept = () => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined)
  await expect.poll(isKept, PATIENT).toBe(true)
}

async function openPlan(page: Page, fair: DemoFair): Promise<void> {
  await page.goto(`/en/organise/${fair.id}/plan`)
  await expect(page.locator('.stage canvas').first()).toBeVisible()
  const table = page.getByRole('searchbox', { name: 'Search' })
  if (!(await table.isVisible())) await page.getByRole('button', { name: /^\d+ booths/ }).click()
  await expect(table).toBeVisible()
}

/** One cell of the table of booths, the only row left by its search field. */
async function cell(page: Page, number: string, column: string) {
  await page.getByRole('searchbox', { name: 'Search' }).fill(number)
  return page.getByLabel(`${number}: ${column}`, { exact: true })
}

async function write(page: Page, number: string, column: string, value: string): Promise<void> {
  await (await cell(page, number, column)).fill(value)
  await page.keyboard.press('Enter')
}

/** So much more than there is now, to the centimetre. */
const more = (value: string, by: number) => String(Math.round((Number(value) + by) * 100) / 100)
const metres = (value: string) => new RegExp(`${value.replace('.', '\\.')}\\sm from the left`)

async function openList(page: Page, fair: DemoFair): Promise<void> {
  await page.goto(`/en/organise/${fair.id}/programme`)
  await page.getByRole('button', { name: 'List', exact: true }).click()
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Title, speaker, stage or sector' }).fill(from)
  await page.getByLabel(`Title of ${from}`, { exact: true }).fill(to)
  await page.keyboard.press('Enter')
}

test.describe('coming back online', () => {
  test('a booth and a talk that others changed too are shown, and one chooses', async ({ enter, fair }, { retry }) => {
    test.slow()
    const title = TALKS[retry] ?? ''
    const ada = await enter({ role: 'organiser', n: 17 })
    const bo = await enter({ role: 'organiser', n: 18 })
    await openList(ada, fair)
    await expect(connection(ada)).toHaveText('Saved')
    await shellKept(ada)
    await openPlan(ada, fair)
    await expect(connection(ada)).toHaveText('Saved')
    await shellKept(ada)
    const [booth = ''] = (await unclaimedBooths(ada, fair)).slice(-5)

    const left = await (await cell(ada, booth, 'Left (m)')).inputValue()
    const [mine, theirs] = [more(left, 0.25), more(left, 1.5)]

    await ada.context().setOffline(true)
    await write(ada, booth, 'Left (m)', mine)
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    await openList(ada, fair)
    await rename(ada, title, 'Ada’s title')
    await expect(connection(ada)).toHaveText('Offline, 2 changes waiting')

    await openPlan(bo, fair)
    await write(bo, booth, 'Left (m)', theirs)
    await expect(connection(bo)).toHaveText('Saved')
    await openList(bo, fair)
    await rename(bo, title, 'Bo’s title')
    await expect(connection(bo)).toHaveText('Saved')
    await expect(dialog(bo)).toBeHidden()

    await ada.context().setOffline(false)
    await expect(dialog(ada)).toBeVisible(PATIENT)
    await expect(dialog(ada).locator('.dispute')).toHaveCount(2)
    await expect(side(ada, 'Place and size', metres(mine))).toBeVisible()
    await expect(side(ada, 'Place and size', metres(theirs))).toBeVisible()
    await expect(dialog(ada)).not.toContainText('Somebody else')
    await expectAccessible(ada)
    await side(ada, 'Place and size', /^Mine/).check()
    await side(ada, 'Title', /Bo’s title/).check()
    await ada.getByRole('button', { name: /^(Change \d|Leave)/ }).click()
    await expect(dialog(ada)).toBeHidden()
    await expect(connection(ada)).toHaveText('Saved', PATIENT)

    for (const page of [ada, bo]) {
      await page.getByRole('searchbox').fill('title')
      await expect(page.getByLabel('Title of Bo’s title', { exact: true })).toBeVisible()
      await openPlan(page, fair)
      await expect(await cell(page, booth, 'Left (m)')).toHaveValue(mine)
      await expect(dialog(page)).toBeHidden()
    }
    await openList(bo, fair)
    await rename(bo, 'Bo’s title', title)
    await expect(connection(bo)).toHaveText('Saved')
  })

  test('a removal that meets an edit waits for an answer, through a reload, and is kept with the edit', async ({
    enter,
    fair,
  }) => {
    const ada = await enter({ role: 'organiser', n: 17 })
    const bo = await enter({ role: 'organiser', n: 18 })
    await openPlan(ada, fair)
    await openPlan(bo, fair)
    await expect(connection(ada)).toHaveText('Saved')
    await expect(connection(bo)).toHaveText('Saved')
    const [booth = ''] = (await unclaimedBooths(ada, fair)).slice(-7)

    await ada.context().setOffline(true)
    const width = more(await (await cell(ada, booth, 'Width (m)')).inputValue(), -0.25)
    await ada.getByLabel(`Select ${booth}`, { exact: true }).check()
    await ada.locator('.side-sheet').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    await write(bo, booth, 'Width (m)', width)
    await expect(connection(bo)).toHaveText('Saved')

    await ada.context().setOffline(false)
    await expect(dialog(ada)).toContainText(`Booth ${booth}`, PATIENT)
    await expect(side(ada, 'Removed or kept', /^Mine Now Removed/)).toBeChecked()
    await ada.keyboard.press('Escape')
    await expect(dialog(ada)).toBeHidden()
    await expect(await cell(bo, booth, 'Width (m)')).toBeHidden()

    await ada.reload()
    await expect(connection(ada)).toHaveText('Saved', PATIENT)
    await ada.locator('.connection').click()
    await ada.getByRole('button', { name: 'Look at it' }).click()
    await side(ada, 'Removed or kept', /Kept, with these changes/).check()
    await ada.getByRole('button', { name: 'Change 1 thing' }).click()
    for (const page of [ada, bo]) await expect(await cell(page, booth, 'Width (m)')).toHaveValue(width)
    await expect(ada.locator('.connection__undecided')).toBeHidden()
  })
})
