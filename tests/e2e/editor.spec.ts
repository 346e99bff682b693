import type { Page } from '@playwright/test'
import { type DemoFair, expect, test, unclaimedBooths } from './support'

/** Long enough for the editor's shell to have been kept by the service worker. */
const SHELL_KEPT = { timeout: 15_000 }

async function openEditor(page: Page, fair: DemoFair): Promise<void> {
  await page.goto(`/en/organise/${fair.id}/plan`)
  await expect(page.locator('.stage canvas').first()).toBeVisible()
  await expect(connection(page)).toHaveText('Saved')
  await page.getByRole('button', { name: /^\d+ booths/ }).click()
}

const connection = (page: Page) => page.locator('.connection__text')

/** The table's row of one booth, the only one left by its search field. */
async function row(page: Page, number: string) {
  await page.getByRole('searchbox', { name: 'Search' }).fill(number)
  return page.locator('.sheet tbody tr', { has: page.getByLabel(`Select ${number}`, { exact: true }) })
}

async function field(page: Page, number: string, column: 'Left' | 'Top') {
  return (await row(page, number)).getByLabel(`${number}: ${column} (m)`)
}

async function shown(page: Page, number: string, column: 'Left' | 'Top'): Promise<number> {
  return Number(await (await field(page, number, column)).inputValue())
}

/** Metres to the millimetre, as the fields take them: 12.2 + 0.1 is 12.299999999999999. */
const typed = (metres: number) => String(Math.round(metres * 1000) / 1000)

/** Brings a booth into the middle of what the panels leave free, and says where that is on the screen. */
async function reveal(page: Page, number: string): Promise<{ x: number; y: number }> {
  await (await row(page, number)).getByRole('button', { name: `Show ${number} on the plan` }).click()
  return page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
    const left = box('.tool-bar').right
    const top = box('.top-bar').bottom
    return { x: (left + box('.side-sheet').left) / 2, y: (top + box('.thing-table').top) / 2 }
  })
}

/** Presses, moves in steps, and leaves the button down: the others see a ghost. */
async function startDrag(page: Page, from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 })
}

test.describe('two organisers on one plan', () => {
  test('drag different booths and the same booth at once, and end with one plan', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 11 })
    const bo = await enter({ role: 'organiser', n: 12 })
    await openEditor(ada, fair)
    await openEditor(bo, fair)
    await expect(ada.getByRole('list', { name: 'Who is here' }).getByRole('button')).not.toHaveCount(1)

    const [first = '', second = '', both = ''] = await unclaimedBooths(ada, fair)
    const [firstLeft, secondTop] = [await shown(ada, first, 'Left'), await shown(ada, second, 'Top')]
    const adaAt = await reveal(ada, first)
    const boAt = await reveal(bo, second)
    await startDrag(ada, adaAt, 0, 60)
    await startDrag(bo, boAt, 0, 60)
    await Promise.all([ada.mouse.up(), bo.mouse.up()])
    await expect(connection(ada)).toHaveText('Saved')
    await expect(connection(bo)).toHaveText('Saved')
    expect(await shown(bo, second, 'Top')).toBeGreaterThan(secondTop)
    await expect.poll(() => shown(ada, second, 'Top')).toBe(await shown(bo, second, 'Top'))
    await expect.poll(() => shown(bo, first, 'Top')).toBe(await shown(ada, first, 'Top'))
    expect(await shown(ada, first, 'Left')).toBe(firstLeft)

    const before = await shown(ada, both, 'Top')
    const [adaBoth, boBoth] = [await reveal(ada, both), await reveal(bo, both)]
    await startDrag(ada, adaBoth, 0, 50)
    await startDrag(bo, boBoth, 0, 110)
    await Promise.all([ada.mouse.up(), bo.mouse.up()])
    await expect.poll(async () => (await shown(ada, both, 'Top')) === (await shown(bo, both, 'Top'))).toBe(true)
    expect(await shown(ada, both, 'Top')).toBeGreaterThan(before)

    // Undo takes back one's own gesture: the other's booth stays where the other has put it.
    const boPut = await shown(ada, second, 'Top')
    await ada.getByRole('button', { name: 'Undo' }).click()
    await ada.getByRole('button', { name: 'Undo' }).click()
    expect(await shown(ada, second, 'Top')).toBe(boPut)
    // Nor does a booth lose its place where both moved it at the same time.
    await expect.poll(async () => (await shown(ada, both, 'Top')) === (await shown(bo, both, 'Top'))).toBe(true)
  })

  test('one edits offline, reloads, and finds both plans merged when back online', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 13 })
    const bo = await enter({ role: 'organiser', n: 14 })
    await openEditor(ada, fair)
    await openEditor(bo, fair)
    await expect
      .poll(() => ada.evaluate(async () => (await caches.match(location.pathname)) !== undefined), SHELL_KEPT)
      .toBe(true)

    const [same = '', other = ''] = (await unclaimedBooths(ada, fair)).slice(-2)
    await ada.context().setOffline(true)
    const [left, top] = [await shown(ada, same, 'Left'), await shown(ada, same, 'Top')]
    await (await field(ada, same, 'Left')).fill(typed(left + 0.25))
    await ada.keyboard.press('Enter')
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    await (await field(bo, same, 'Top')).fill(typed(top + 0.5))
    await bo.keyboard.press('Enter')
    await (await field(bo, other, 'Left')).fill('22.5')
    await bo.keyboard.press('Enter')
    await expect(connection(bo)).toHaveText('Saved')

    await ada.reload()
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    expect(await shown(ada, same, 'Left')).toBe(Number(typed(left + 0.25)))

    await ada.context().setOffline(false)
    await expect(connection(ada)).toHaveText('Saved', { timeout: 15_000 })
    // Both changed the place of the same booth, which is one register: it is said, and all see the same, whichever it is.
    await ada.getByRole('button', { name: 'Leave it all as it is now' }).click()
    await expect.poll(() => shown(ada, other, 'Left')).toBe(22.5)
    await expect
      .poll(async () => [await shown(ada, same, 'Left'), await shown(ada, same, 'Top')])
      .toEqual([await shown(bo, same, 'Left'), await shown(bo, same, 'Top')])
  })

  test('a claimed booth asks before it moves, and cannot be removed', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 15 })
    await openEditor(ada, fair)
    await reveal(ada, 'A01')
    const left = await shown(ada, 'A01', 'Left')
    await (await field(ada, 'A01', 'Left')).fill(typed(left + 1))
    await ada.keyboard.press('Enter')
    await expect(ada.getByRole('alertdialog')).toContainText('A01')
    await ada.getByRole('button', { name: 'Leave as it was' }).click()
    expect(await shown(ada, 'A01', 'Left')).toBe(left)
    await ada.getByRole('button', { name: 'Remove', exact: true }).first().click()
    await expect(ada.getByText('Booth A01 is claimed and stays.')).toBeVisible()
  })

  test('whoever signed out elsewhere is told so, may export, and nothing is sent', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 16 })
    await openEditor(ada, fair)
    const [free = ''] = (await unclaimedBooths(ada, fair)).slice(-3)
    await ada.context().setOffline(true)
    const top = await shown(ada, free, 'Top')
    await (await field(ada, free, 'Top')).fill(typed(top + 0.1))
    await ada.keyboard.press('Enter')
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    await ada.context().request.post('/sign-out', { maxRedirects: 0 })
    await ada.context().setOffline(false)
    const banner = ada.getByRole('alert')
    await expect(banner).toContainText('1 change on this device has not reached the server.', { timeout: 15_000 })
    const [download] = await Promise.all([
      ada.waitForEvent('download'),
      banner.getByRole('button', { name: 'Export my changes' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`beursvloer-changes-${fair.id}.json`)
    await expect(ada.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })
})
