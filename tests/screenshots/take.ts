// npm run screenshots: the README's pictures, from the built app with a fresh demo fair.
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../helpers/findBrowser.mjs'
import { ensureBuild, removeFolder, startServer, temporaryFolder } from '../helpers/serverProcess'

const FAIR = 'smart-beroepsbeurs-2027'
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

const picture = (name: string) => new URL(`./${name}.png`, import.meta.url).pathname

await ensureBuild()
const dataDir = await temporaryFolder()
const server = await startServer({ DATA_DIR: dataDir })
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  await editor()
  await page('claim', DESK, 'exhibitor', 12, `/en/fairs/${FAIR}/claim`)
  await page('queue', DESK, 'organiser', 3, `/en/organise/${FAIR}/claims`)
  await page('phone', PHONE, null, 0, `/en/fairs/${FAIR}/plan?sector=music`)
} finally {
  await browser.close()
  await server.end('SIGTERM')
  await removeFolder(dataDir)
}

async function open(options: BrowserContextOptions, role: string | null, n: number, address: string): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: server.url, locale: 'en-GB' })
  if (role) await context.request.post('/demo/enter', { form: { role, n: String(n) } })
  const opened = await context.newPage()
  await opened.goto(address)
  await opened.waitForTimeout(1500)
  return opened
}

async function page(name: string, options: BrowserContextOptions, role: string | null, n: number, address: string) {
  await (await open(options, role, n, address)).screenshot({ path: picture(name) })
}

/** Two at work: the second one selects a booth and leaves the pointer where the first one sees it. */
async function editor() {
  const address = `/en/organise/${FAIR}/plan`
  const [first, second] = await Promise.all([open(DESK, 'organiser', 1, address), open(DESK, 'organiser', 2, address)])
  await second.mouse.click(560, 420)
  await second.mouse.move(600, 440, { steps: 5 })
  await first.mouse.click(640, 330)
  await first.mouse.move(700, 360, { steps: 5 })
  await first.waitForTimeout(500)
  await first.screenshot({ path: picture('editor') })
}
