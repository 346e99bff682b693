import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export { expect }

export interface DemoFair {
  id: string
  slug: string
}

export type Person = { role: 'organiser' | 'exhibitor'; n: number }

interface Fixtures {
  fair: DemoFair
  /** A browser window of its own for a demo person, signed in. */
  enter: (person: Person, options?: Parameters<import('@playwright/test').Browser['newContext']>[0]) => Promise<Page>
}

interface ApiBooth {
  number: string
  status: string
}

/** Numbers of booths that nobody holds, in the middle rows of the hall, which no journey claims. */
export async function unclaimedBooths(page: Page, fair: DemoFair): Promise<string[]> {
  const answer = await page.request.get(`/api/fairs/${fair.id}/booths`)
  const booths = (await answer.json()) as ApiBooth[]
  return booths
    .filter(({ number, status }) => status === 'available' && /^[C-F]/.test(number))
    .map(({ number }) => number)
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

export const test = base.extend<Fixtures>({
  fair: async ({ request }, use) => {
    const answer = await request.get('/api/fairs')
    const [fair] = (await answer.json()) as DemoFair[]
    if (!fair) throw new Error('there is no demo fair')
    await use(fair)
  },
  enter: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        ...options,
      })
      contexts.push(context)
      await enterAs(context, person)
      return await context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

/** Opens a session as a demo person in this browser context. */
export async function enterAs(context: BrowserContext, { role, n }: Person): Promise<void> {
  const answer = await context.request.post('/demo/enter', { form: { role, n: String(n) }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation of WCAG 2.2 AA; the message names rule and place. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  expect(
    violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    ),
  ).toEqual([])
}

/** Publishes the draft as it is; looks again where somebody edited meanwhile. Returns the release's number. */
export async function publishNow(page: Page, fair: DemoFair): Promise<string> {
  for (let tries = 0; tries < 5; tries++) {
    await page.goto(`/en/organise/${fair.slug}/release`)
    const seen = page.getByRole('checkbox')
    if (await seen.isVisible()) await seen.check()
    const publish = page.getByRole('button', { name: /^Publish release/ })
    const release = (await publish.innerText()).replace('Publish release ', '')
    await publish.click()
    const published = page.getByText(`Release ${release} is what visitors see now`)
    await expect(published.or(page.getByText('Somebody edited the plan or the programme'))).toBeVisible()
    if (await published.isVisible()) return release
  }
  throw new Error('there is always somebody who edits')
}

/** Tab until the control with this name has the focus; nothing else is touched. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (element?.matches('input, textarea, select'))
        return (element as HTMLInputElement).labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? ''
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(focused.trim())) return
  }
  throw new Error(`no way by keyboard to ${name}`)
}
