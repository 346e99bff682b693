import type { Page } from '@playwright/test'
import { type DemoFair, expect, expectAccessible, PHONE, test, unclaimedBooths } from './support'

const connection = (page: Page) => page.locator('.connection__text')
/** Metres to the millimetre, as the fields take them. */
const typed = (metres: number) => String(Math.round(metres * 1000) / 1000)

async function openPlan(page: Page, fair: DemoFair): Promise<void> {
  await page.goto(`/en/organise/${fair.id}/plan`)
  await expect(page.locator('.stage canvas').first()).toBeVisible()
  await expect(connection(page)).toHaveText('Saved')
  await page.getByRole('button', { name: /^\d+ booths/ }).click()
}

/** The field of one booth in the table, the only row left by its search. */
async function field(page: Page, number: string, column: 'Left' | 'Top') {
  await page.getByRole('searchbox', { name: 'Search' }).fill(number)
  return page.getByLabel(`${number}: ${column} (m)`)
}
const shown = async (page: Page, number: string, column: 'Left' | 'Top') =>
  Number(await (await field(page, number, column)).inputValue())

async function moveDown(page: Page, number: string, metres: number): Promise<void> {
  await (await field(page, number, 'Top')).fill(typed(metres))
  await page.keyboard.press('Enter')
  await expect(connection(page)).toHaveText('Saved')
}

/** A talk of one's own on the programme, moved by five minutes; returns which. */
async function makeAndMoveTalk(page: Page, fair: DemoFair): Promise<string> {
  await page.goto(`/en/organise/${fair.id}/programme`)
  await page.getByRole('button', { name: 'Grid', exact: true }).click()
  await expect(page.locator('.tt-block').first()).toBeVisible()
  await page.getByRole('button', { name: 'New talk' }).first().press('Enter')
  const shelf = page.getByRole('listbox', { name: 'Talks that are not scheduled' })
  await page.getByRole('searchbox', { name: 'Search talks' }).fill('New talk')
  await shelf.focus()
  const active = (await shelf.getAttribute('aria-activedescendant')) ?? ''
  const id = (await page.locator(`#${active}`).getAttribute('data-talk')) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-announcement]')).toContainText('Took New talk')
  await page.keyboard.press('Enter')
  await expect(page.locator(`.tt-block[data-ref="${id}"]`)).toBeVisible()
  await page.keyboard.press('Control+ArrowDown')
  await expect(connection(page)).toHaveText('Saved')
  return id
}

test('a part of the plan goes back in time, what others did elsewhere stays, and the restore is undone', async ({
  enter,
  fair,
}) => {
  test.setTimeout(180_000)
  const ada = await enter({ role: 'organiser', n: 9 })
  const bo = await enter({ role: 'organiser', n: 10 })
  const free = (await unclaimedBooths(ada, fair)).filter((number) => number.startsWith('E'))
  const [one = '', two = ''] = free
  const other = free.at(-1) ?? ''

  // The moment before gets a name: another one when the journey is made again.
  const { retry, repeatEachIndex } = test.info()
  const name = `Before ${one} moves, ${repeatEachIndex}.${retry}`
  await ada.goto(`/en/organise/${fair.id}/history`)
  await ada.getByText('Name this moment').click()
  await ada.getByLabel('Name', { exact: true }).last().fill(name)
  await ada.getByRole('button', { name: 'Keep the name' }).click()
  await expect(ada.getByText(`This moment is called “${name}” from now on.`)).toBeVisible()

  await openPlan(ada, fair)
  await openPlan(bo, fair)
  const [left, top, right] = [
    await shown(ada, one, 'Left'),
    await shown(ada, one, 'Top'),
    await shown(ada, two, 'Left'),
  ]
  const [twoTop, otherTop] = [await shown(ada, two, 'Top'), await shown(bo, other, 'Top')]
  await moveDown(ada, one, top + 0.3)
  await moveDown(ada, two, twoTop + 0.3)
  await moveDown(bo, other, otherTop + 0.2)
  const talk = await makeAndMoveTalk(ada, fair)

  // What happened, and how it was.
  await ada.goto(`/en/organise/${fair.id}/history`)
  const log = ada.getByRole('region', { name: 'What happened' })
  await expect(log.getByRole('link', { name: new RegExp(`moved booths? .*${one}`) }).first()).toBeVisible()
  await expect(log.getByRole('link', { name: new RegExp(`moved booth ${other}`) }).first()).toBeVisible()
  await log.getByLabel('Where').selectOption('programme')
  await expect(log.getByRole('link', { name: /“New talk”/ }).first()).toBeVisible()
  await expect(log.getByRole('link', { name: new RegExp(`booth ${other}`) })).toHaveCount(0)
  await ada.getByRole('link', { name }).click()
  const differences = ada.getByRole('region', { name: 'What is different now' })
  await expect(differences.getByRole('listitem').filter({ hasText: one })).toContainText('Moved')
  await ada.getByRole('slider', { name: 'Moment' }).press('ArrowRight')
  await expect(ada).toHaveURL(/at=\d+/)
  await ada.getByRole('link', { name }).click()

  await ada.getByRole('link', { name: 'Bring this back…' }).click()
  await ada.getByRole('radio', { name: /A part of the plan/ }).check()
  await ada.getByLabel('From the left (m)').fill(typed(left))
  await ada.getByLabel('From the top (m)').fill(typed(Math.min(top, twoTop)))
  await ada.getByLabel('Width (m)').fill(typed(right - left + 1))
  await ada.getByLabel('Depth (m)').fill('1')
  await ada.getByRole('button', { name: 'Show what would change' }).click()
  await expect(ada.getByText('2 things would change.')).toBeVisible()
  await expect(ada.getByText('What others did elsewhere in the meantime')).toBeVisible()
  await expectAccessible(ada)
  await ada.getByRole('button', { name: 'Bring back 2 things' }).click()
  await expect(ada.getByText('2 things are as they were again.')).toBeVisible()
  await expect.poll(() => shown(bo, one, 'Top')).toBe(top)
  await expect.poll(() => shown(bo, two, 'Top')).toBe(twoTop)
  expect(await shown(bo, other, 'Top')).toBe(Number(typed(otherTop + 0.2)))

  await ada.getByRole('button', { name: 'Undo this restore' }).click()
  await expect(ada.getByText('The restore is undone: 2 things are as they were before it.')).toBeVisible()
  await expect.poll(() => shown(bo, one, 'Top')).toBe(Number(typed(top + 0.3)))
  expect(await shown(bo, other, 'Top')).toBe(Number(typed(otherTop + 0.2)))
  await ada.getByRole('link', { name: 'Back to the history' }).click()
  await expect(log.getByRole('link', { name: /brought back a part of/ }).nth(1)).toBeVisible()

  // The fair is left as it was found.
  for (const [number, was] of [
    [one, top],
    [two, twoTop],
    [other, otherTop],
  ] as const)
    await moveDown(bo, number, was)
  await ada.goto(`/en/organise/${fair.id}/programme`)
  await ada.locator(`.tt-block[data-ref="${talk}"]`).click({ position: { x: 20, y: 8 } })
  await ada.keyboard.press('Delete')
  await expect(ada.locator(`.tt-block[data-ref="${talk}"]`)).toHaveCount(0)
  await expect(connection(ada)).toHaveText('Saved')
})

test('a rectangle is drawn by mouse and by finger', async ({ enter, fair }) => {
  const ada = await enter({ role: 'organiser', n: 9 })
  const address = `/en/organise/${fair.id}/history/restore?at=0&scope=region`
  await ada.goto(address)
  const over = ada.locator('[data-region]')
  await over.scrollIntoViewIfNeeded()
  const box = await over.boundingBox()
  if (!box) throw new Error('there is no plan')
  await ada.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await ada.mouse.down()
  await ada.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.45, { steps: 4 })
  await ada.mouse.up()
  await expect(ada.getByLabel('Width (m)')).not.toHaveValue('')
  await expect(ada).toHaveURL(/w=\d/)
  await expect(ada.getByRole('heading', { name: /What would change in this part/ })).toBeVisible()

  const phone = await enter({ role: 'organiser', n: 9 }, PHONE)
  await phone.goto(address)
  await phone.getByRole('button', { name: 'Draw with a finger' }).tap()
  const small = phone.locator('[data-region="finger"]')
  await small.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const area = await small.boundingBox()
  if (!area) throw new Error('there is no plan')
  const fingers = await phone.context().newCDPSession(phone)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number | null) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: part === null ? [] : [{ x: area.x + area.width * part, y: area.y + area.height * part }],
    })
  await touch('touchStart', 0.3)
  for (const part of [0.35, 0.4, 0.5]) await touch('touchMove', part)
  await touch('touchEnd', null)
  await expect(phone).toHaveURL(/w=\d/)
  await expectAccessible(phone)
})

test('all of it works without script', async ({ enter, fair }) => {
  const ada = await enter({ role: 'organiser', n: 9 }, { javaScriptEnabled: false })
  await ada.goto(`/en/organise/${fair.id}/history`)
  await ada.getByRole('link', { name: 'Previous gesture' }).click()
  await expect(ada.getByRole('heading', { name: /^The fair/ })).toBeVisible()
  await ada.getByRole('button', { name: 'Go there' }).click()
  await expect(ada).toHaveURL(/at=\d/)
  await ada.goto(`/en/organise/${fair.id}/history?at=0`)
  await expect(ada.getByRole('heading', { name: 'The fair before the first edit' })).toBeVisible()
  await ada.getByRole('link', { name: 'Bring this back…' }).click()
  await ada.getByRole('radio', { name: /A part of the plan/ }).check()
  await ada.getByRole('button', { name: 'Show what would change' }).click()
  for (const [label, value] of [
    ['From the left (m)', '5'],
    ['From the top (m)', '5'],
    ['Width (m)', '20'],
    ['Depth (m)', '20'],
  ] as const)
    await ada.getByLabel(label).fill(value)
  await ada.getByRole('button', { name: 'Show what would change' }).click()
  await expect(ada.getByRole('button', { name: /^Bring back \d+ things$/ })).toBeVisible()
})
