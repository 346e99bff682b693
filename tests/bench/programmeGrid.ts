/**
 * How smoothly the programme's grid scrolls and drags with 1,000 talks on 70 stages, in a real browser.
 * `npx tsx tests/bench/programmeGrid.ts http://127.0.0.1:3000` writes them into the demo fair of a server that runs.
 */
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { applyPatch, ORIGIN } from '#shared/document/fairDocument'
import { minuteOfWallTime } from '#shared/programme/time'
import { findBrowser } from '#tests/helpers/findBrowser.mjs'
import { largeProgramme } from '#tests/helpers/largeProgramme'
import { stockClient } from '#tests/helpers/syncClients'

const base = process.argv[2] ?? 'http://127.0.0.1:3000'
const STEPS = 180
/** Changes that one update may carry with ease. */
const AT_ONCE = 200

const span = (day: string) =>
  ['10:00', '19:00'].map((time) => minuteOfWallTime({ day, time }, 'Europe/Brussels')) as [number, number]

async function seed(fairId: string, cookie: string): Promise<void> {
  const client = stockClient(`${base.replace('http', 'ws')}/sync`, fairId, { cookie, origin: base })
  await client.synced
  const [hallId = ''] = client.doc.getMap('halls').keys()
  const days = [span('2027-03-12'), span('2027-03-13')]
  const patch = largeProgramme({ hallId, talks: 1000, stages: 70, days })
  for (let at = 0; at < patch.length; at += AT_ONCE) applyPatch(client.doc, patch.slice(at, at + AT_ONCE), ORIGIN.local)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  client.provider.destroy()
  client.provider.awareness.destroy()
  client.doc.destroy()
}

interface Frames {
  on: boolean
  times: number[]
}
declare global {
  interface Window {
    frames_: Frames
  }
}

/** CPU of the page's main thread, so that other programs on the machine do not count; frames as they were shown. */
async function measure(page: Page, cdp: CDPSession, name: string, work: () => Promise<void>): Promise<void> {
  const cpu = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0
  }
  await page.evaluate(() => {
    const frames: Frames = { on: true, times: [] }
    window.frames_ = frames
    const tick = (time: number) => {
      frames.times.push(time)
      if (frames.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const before = await cpu()
  await work()
  const spent = ((await cpu()) - before) * 1000
  const gaps = await page.evaluate(() => {
    window.frames_.on = false
    return window.frames_.times.slice(1).map((time, index) => time - (window.frames_.times[index] ?? time))
  })
  gaps.sort((a, b) => a - b)
  const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0)
  const at = (share: number) => (gaps[Math.floor((gaps.length - 1) * share)] ?? 0).toFixed(1)
  console.log(
    `${name}: ${(spent / STEPS).toFixed(1)} ms of CPU a step, ${rate.toFixed(0)} frames/s, median ${at(0.5)} ms, 95 % ${at(0.95)} ms`,
  )
}

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
})
const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } })
await context.request.post('/demo/enter', { form: { role: 'organiser', n: '1' }, maxRedirects: 0 })
const [fair] = (await (await context.request.get('/api/fairs')).json()) as { id: string }[]
const cookies = await context.cookies()
if (!fair) throw new Error('there is no demo fair')
await seed(fair.id, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))

// tsx keeps the names of functions by a helper that the page does not have.
await context.addInitScript('globalThis.__name = (named) => named')
const page = await context.newPage()
await page.goto(`/en/organise/${fair.id}/programme`)
await page.locator('.tt-block').first().waitFor()
await page.waitForTimeout(3000)
const cdp = await context.newCDPSession(page)
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
const scroller = page.locator('.tt-scroller')

await measure(page, cdp, 'scroll', () =>
  scroller.evaluate(
    (element, steps) =>
      new Promise<void>((resolve) => {
        let step = 0
        const next = () => {
          element.scrollBy(40, step % 120 < 60 ? 12 : -12)
          if (++step < steps) requestAnimationFrame(next)
          else resolve()
        }
        requestAnimationFrame(next)
      }),
    STEPS,
  ),
)
await scroller.evaluate((element) => element.scrollTo(0, 0))
await page.waitForTimeout(500)

async function drag(name: string): Promise<void> {
  const box = await page.locator('.tt-block').nth(8).boundingBox()
  if (!box) throw new Error('no block is in view')
  const [x, y] = [box.x + 40, box.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await measure(page, cdp, name, async () => {
    for (let step = 0; step < STEPS; step++) await page.mouse.move(x + 200 * Math.sin(step / 20), y + (step % 160))
  })
  await page.keyboard.press('Escape')
  await page.mouse.up()
}
await drag('drag one talk')
await page.locator('.tt-body').focus()
await page.keyboard.press('Control+a')
await drag('drag a whole day')
await browser.close()
