import type { Locator, Page } from '@playwright/test'
import { type DemoFair, expect, expectAccessible, PHONE, test } from './support'

/** Long enough for the editor's shell to have been kept by the service worker. */
const SHELL_KEPT = { timeout: 15_000 }

/** Saturday before opening: nothing is there, and nobody else's journey looks. */
async function openProgramme(page: Page, fair: DemoFair): Promise<void> {
  await page.goto(`/en/organise/${fair.id}/programme`)
  await page.getByRole('button', { name: 'Grid', exact: true }).click()
  await expect(page.locator('.tt-block').first()).toBeVisible()
  await expect(connection(page)).toHaveText('Saved')
  await page.getByRole('button', { name: /^Sat 13 March/ }).click()
  await expect(page.getByRole('listbox', { name: /^Talks of Saturday/ })).toBeVisible()
}

const connection = (page: Page) => page.locator('.connection__text')
const announced = (page: Page) => page.locator('[data-announcement]')
const grid = (page: Page) => page.getByRole('listbox', { name: /^Talks of/ })
const shelf = (page: Page) => page.getByRole('listbox', { name: 'Talks that are not scheduled' })
const block = (page: Page, ref: string) => page.locator(`.tt-block[data-ref="${ref}"]`)

/** One step after the other: each is heard before the next is taken. */
async function pressUntilAnnounced(page: Page, key: string, words: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    const before = (await announced(page).textContent()) ?? ''
    if (before.includes(words)) return
    await page.keyboard.press(key)
    await expect(announced(page)).not.toHaveText(before)
  }
  throw new Error(`never announced: ${words}`)
}

interface Point {
  x: number
  y: number
}

/** A point of the grid: the so manyth stage, so many minutes after nine. */
async function pointAt(page: Page, column: number, minutes: number): Promise<Point> {
  const area = await grid(page).boundingBox()
  const heads = await page.locator('.tt-head').nth(column).boundingBox()
  const [first = 0, second = 0] = await Promise.all(
    ['09:00', '10:00'].map((label) =>
      page.locator('.tt-axis__hour', { hasText: label }).evaluate((tick) => (tick as HTMLElement).offsetTop),
    ),
  )
  if (!area || !heads) throw new Error('there is no grid')
  return { x: heads.x + heads.width / 2, y: area.y + first + ((second - first) * minutes) / 60 }
}

async function startDrag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
}

/** Draws a talk of so many minutes and says which one it is. */
async function draw(page: Page, column: number, from: number, minutes: number): Promise<string> {
  await startDrag(page, await pointAt(page, column, from + 1), await pointAt(page, column, from + minutes - 1))
  await page.mouse.up()
  const drawn = page.locator('.tt-block.is-selected')
  await expect(drawn).toHaveCount(1)
  return (await drawn.getAttribute('data-ref')) ?? ''
}

const times = async (place: Locator) => (await place.locator('.tt-block__time').textContent()) ?? ''
/** The whole of what a screen reader is told: title, stage, time, kind, state. */
const told = async (page: Page, ref: string) => (await block(page, ref).getAttribute('aria-label'))?.split(', Talk,')[0]

/** Leaves the programme as it was found. */
async function removeTalks(page: Page, ...refs: string[]): Promise<void> {
  for (const ref of refs) {
    await block(page, ref).click({ position: { x: 20, y: 8 } })
    await page.keyboard.press('Delete')
    await expect(block(page, ref)).toHaveCount(0)
  }
  await expect(connection(page)).toHaveText('Saved')
}

test.describe('two organisers at one programme', () => {
  test('schedule at once, see each other do it, and end with one place for the talk that both moved', async ({
    enter,
    fair,
  }) => {
    const ada = await enter({ role: 'organiser', n: 1 })
    const bo = await enter({ role: 'organiser', n: 2 })
    await openProgramme(ada, fair)
    await openProgramme(bo, fair)
    await expect(ada.getByRole('list', { name: 'Who is here' }).getByRole('button')).not.toHaveCount(1)

    const first = await draw(ada, 0, 0, 20)
    const second = await draw(bo, 1, 0, 25)
    await expect(block(bo, first)).toBeVisible()
    await expect(block(ada, second)).toBeVisible()
    await expect(ada.locator('.tt-over--selected')).not.toHaveCount(0)

    // The same talk at the same time, to two places.
    await startDrag(ada, await pointAt(ada, 0, 10), await pointAt(ada, 1, 40))
    await expect(bo.locator('.tt-over--ghost')).toBeVisible()
    await startDrag(bo, await pointAt(bo, 0, 10), await pointAt(bo, 2, 20))
    await expect(ada.locator('.tt-over--ghost')).toBeVisible()
    await Promise.all([ada.mouse.up(), bo.mouse.up()])
    await expect(connection(ada)).toHaveText('Saved')
    await expect(connection(bo)).toHaveText('Saved')
    await expect.poll(async () => (await told(ada, first)) === (await told(bo, first))).toBe(true)
    await expect(block(ada, first)).toHaveCount(1)
    await expect.poll(() => told(ada, first)).not.toContain('09:00')
    await expect(bo.locator('.tt-over--ghost')).toHaveCount(0)

    // Undo takes back one's own gestures: what the other drew stays.
    await ada.getByRole('button', { name: 'Undo' }).click()
    await expect(block(ada, second)).toBeVisible()
    await expect.poll(async () => (await block(ada, first).count()) === (await block(bo, first).count())).toBe(true)
    await removeTalks(bo, second, ...((await block(bo, first).count()) > 0 ? [first] : []))
  })

  test('one schedules without a network, reloads, and finds both merged when it is back', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 3 })
    const bo = await enter({ role: 'organiser', n: 4 })
    await openProgramme(ada, fair)
    await openProgramme(bo, fair)
    await expect
      .poll(() => ada.evaluate(async () => (await caches.match(location.pathname)) !== undefined), SHELL_KEPT)
      .toBe(true)
    const talk = await draw(ada, 0, 30, 20)
    await expect(block(bo, talk)).toBeVisible()
    await expect(connection(ada)).toHaveText('Saved')

    await ada.context().setOffline(true)
    await startDrag(ada, await pointAt(ada, 0, 40), await pointAt(ada, 1, 40))
    await ada.mouse.up()
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    const other = await draw(bo, 2, 30, 20)
    await expect(connection(bo)).toHaveText('Saved')

    await ada.reload()
    await expect(connection(ada)).toHaveText('Offline, 1 change waiting')
    await expect.poll(() => told(ada, talk)).not.toBe(await told(bo, talk))
    await ada.context().setOffline(false)
    await expect(connection(ada)).toHaveText('Saved', { timeout: 15_000 })
    await expect(block(ada, other)).toBeVisible()
    await expect.poll(async () => (await told(ada, talk)) === (await told(bo, talk))).toBe(true)
    await removeTalks(bo, talk, other)
  })
})

test.describe('without a mouse', () => {
  test('a talk is made, scheduled, moved, made longer, taken off and removed', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 5 })
    await openProgramme(ada, fair)
    await ada.getByRole('button', { name: 'New talk' }).first().focus()
    await ada.keyboard.press('Enter')
    await ada.getByRole('searchbox', { name: 'Search talks' }).fill('New talk')
    await shelf(ada).focus()
    const active = (await shelf(ada).getAttribute('aria-activedescendant')) ?? ''
    const id = (await ada.locator(`#${active}`).getAttribute('data-talk')) ?? ''

    await ada.keyboard.press('Enter')
    await expect(announced(ada)).toContainText('Took New talk')
    await pressUntilAnnounced(ada, 'ArrowUp', '09:00 to 09:45')
    await ada.keyboard.press('Shift+ArrowUp')
    await expect(announced(ada)).toContainText('09:00 to 09:40')
    await ada.keyboard.press('ArrowRight')
    await ada.keyboard.press('Enter')
    await expect(announced(ada)).toContainText('New talk is at')
    await expect(block(ada, id)).toBeVisible()
    expect(await times(block(ada, id))).toBe('09:00–09:40')

    // The keyboard has gone with the talk to the grid.
    await expect(grid(ada)).toBeFocused()
    await ada.keyboard.press('Control+ArrowDown')
    await ada.keyboard.press('Shift+ArrowUp')
    await expect.poll(() => times(block(ada, id))).toBe('09:05–09:40')
    await ada.keyboard.press('Enter')
    await ada.keyboard.press('ArrowLeft')
    await ada.keyboard.press('Escape')
    await expect(announced(ada)).toContainText('is back where it was')
    await ada.keyboard.press('u')
    await expect(announced(ada)).toContainText('Off the grid: 1 talk.')
    await expect(block(ada, id)).toHaveCount(0)
    await ada.keyboard.press('Control+z')
    await expect(block(ada, id)).toBeVisible()
    await ada.keyboard.press('Delete')
    await expect(ada.getByText('Removed 1 talk.').first()).toBeVisible()
    await expect(block(ada, id)).toHaveCount(0)
    await expect(connection(ada)).toHaveText('Saved')
  })

  test('a finger scrolls, and carries a talk after a long press', async ({ enter, fair }) => {
    const bo = await enter({ role: 'organiser', n: 6 })
    await openProgramme(bo, fair)
    const talk = await draw(bo, 0, 0, 30)
    const ada = await enter({ role: 'organiser', n: 7 }, PHONE)
    await openProgramme(ada, fair)
    await expect(block(ada, talk)).toBeVisible()
    const fingers = await ada.context().newCDPSession(ada)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points })
    const [from, to] = [await pointAt(ada, 0, 10), await pointAt(ada, 0, 40)]
    const before = await told(ada, talk)
    const scroller = ada.locator('.tt-scroller')
    const top = await scroller.evaluate((element) => element.scrollTop)
    await touch('touchStart', [from])
    for (let n = 1; n <= 5; n++) await touch('touchMove', [{ x: from.x, y: from.y - n * 20 }])
    // A finger that stops before it leaves does not set the page flying.
    await ada.waitForTimeout(200)
    await touch('touchMove', [{ x: from.x, y: from.y - 101 }])
    await touch('touchEnd', [])
    expect(await told(ada, talk)).toBe(before)
    await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(top + 20)

    await scroller.evaluate((element, before) => element.scrollTo(0, before), top)
    await touch('touchStart', [from])
    await ada.waitForTimeout(550)
    for (let n = 1; n <= 6; n++) await touch('touchMove', [{ x: from.x, y: from.y + ((to.y - from.y) * n) / 6 }])
    await touch('touchEnd', [])
    await expect.poll(() => told(ada, talk)).not.toBe(before)
    await expect(connection(bo)).toHaveText('Saved')
    await bo.keyboard.press('Escape')
    await removeTalks(bo, talk)
  })
})

test.describe('for everyone', () => {
  test('grid, list, day sheet and their dialogs keep to WCAG 2.2 AA', async ({ enter, fair }) => {
    test.slow()
    const ada = await enter({ role: 'organiser', n: 8 })
    for (const n of [18, 19]) await openProgramme(await enter({ role: 'organiser', n }), fair)
    await openProgramme(ada, fair)
    // Side by side, each of them can be hit.
    await expect.poll(() => ada.getByRole('button', { name: /: go there$/ }).count()).toBeGreaterThan(1)
    await ada.getByRole('button', { name: 'Filters' }).click()
    await grid(ada).focus()
    await ada.keyboard.press('ArrowDown')
    await ada.keyboard.press(' ')
    await expect(ada.locator('.tt-block.is-selected')).toHaveCount(1)
    await expectAccessible(ada)
    await ada.getByRole('button', { name: 'Keys and gestures' }).click()
    await expectAccessible(ada)
    await ada.keyboard.press('Escape')
    for (const view of ['List', 'Day sheet']) {
      await ada.getByRole('button', { name: view, exact: true }).click()
      await expectAccessible(ada)
    }
  })

  test('in the dark and on a phone too', async ({ enter, fair }) => {
    const ada = await enter({ role: 'organiser', n: 9 }, { ...PHONE, colorScheme: 'dark' })
    await ada.goto(`/fr/organise/${fair.id}/programme`)
    await ada.getByRole('button', { name: 'Grille', exact: true }).click()
    await expect(ada.locator('.tt-block').first()).toBeVisible()
    await expectAccessible(ada)
    await ada.getByRole('button', { name: 'Non planifiées' }).click()
    await expectAccessible(ada)
    expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
