import { afterAll, beforeAll, expect, it } from 'vitest'
import { PlainBrowser } from '#tests/helpers/pages'
import {
  databasePid,
  ensureBuild,
  isAlive,
  killDatabase,
  removeFolder,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from '#tests/helpers/serverProcess'
import type { RunLine } from '~/features/imports/useImportRun'

let dataDir: string
let server: ServerProcess
let organiser: PlainBrowser
/** Address of the page, after the language. */
let page: string

beforeAll(async () => {
  await ensureBuild()
  dataDir = await temporaryFolder()
  server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' })
  organiser = await demoPerson('organiser')
  const fair = /organise\/([\w-]+)/.exec(await (await organiser.get('/en/organise')).text())?.[1]
  page = `organise/${fair}/programme/import`
}, 240_000)
afterAll(async () => {
  if (isAlive(server.pid)) await server.end('SIGTERM')
  if ((await databasePid(dataDir)) !== null) await killDatabase(dataDir)
  await removeFolder(dataDir)
})

async function demoPerson(role: string, language = 'en') {
  const browser = new PlainBrowser(server, language)
  expect((await browser.post('/demo/enter', { role, n: '1' })).status).toBe(303)
  return browser
}

const csv = (talks: number, title = 'Import') =>
  ['title,room,start,duration,speakers']
    .concat(
      Array.from(
        { length: talks },
        (_, n) => `${title} ${n},Zaal ${n % 3},2027-03-12 ${10 + (n % 8)}:00,00:45,Spreker ${n}`,
      ),
    )
    .join('\n')

function formOf(content: string, fileName = 'programma.csv'): FormData {
  const form = new FormData()
  form.set('intent', 'look')
  form.set('file', new File([content], fileName))
  return form
}

/** Uploads, and follows to where the file is shown. */
async function looked(content: string) {
  const answer = await organiser.upload(`/en/${page}`, formOf(content))
  const address = answer.headers.get('location') ?? ''
  expect([answer.status, address]).toEqual([302, expect.stringMatching(/\?file=\w+$/)])
  const html = await (await organiser.get(address)).text()
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const fields = { importId: value('importId'), fingerprint: value('fingerprint'), state: 'confirmed' }
  return { address, html, fields }
}

it('works without scripts: look, import, undo', async () => {
  const { html, fields, address } = await looked(csv(5))
  expect(html).toContain('New talks')
  expect(html).toContain('Import 4')
  const done = await organiser.post(`/en/${page}`, { intent: 'import', ...fields })
  expect([done.status, done.headers.get('location')]).toEqual([302, `/en/${page}?done=${fields.importId}`])
  const result = await (await organiser.get(done.headers.get('location') ?? '')).text()
  expect(result).toContain('The programme was imported.')
  expect(result).toContain('5 talks, 3 stages and 5 people')
  // Twice sent, or gone back to: the same result.
  expect((await organiser.post(`/en/${page}`, { intent: 'import', ...fields })).status).toBe(302)
  expect(await (await organiser.get(address)).text()).toContain('The programme was imported.')

  const undo = { intent: 'undo', importId: fields.importId }
  const undone = await organiser.post(`/nl/${page}`, undo)
  expect([undone.status, undone.headers.get('location')]).toEqual([302, `/nl/${page}?undone=${fields.importId}`])
  const report = await (await organiser.get(undone.headers.get('location') ?? '')).text()
  expect(report).toContain('Weggehaald: 5 sessies, 3 podia, 5 mensen en 1 hal.')
  const again = await organiser.post(`/fr/${page}`, undo)
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining('Cette importation a déjà été annulée.'),
  ])
})

it.each(['en', 'nl', 'fr'])('refuses what it cannot read with a sentence (%s)', async (language) => {
  const answer = await organiser.upload(`/${language}/${page}`, formOf('<html><body>gone</body></html>', 'x.xml'))
  const alert = /role="alert"[^>]*>(.*?)<\/div><\/div>/s.exec(await answer.text())?.[1]?.replace(/<[^>]*>/g, '') ?? ''
  expect(answer.status).toBe(422)
  expect(alert.length).toBeGreaterThan(30)
  expect(alert).not.toMatch(/refusals|SCHEDULE|\{\{/)
})

it('refuses no file, a file that is gone, too much', async () => {
  const none = new FormData()
  none.set('intent', 'look')
  expect((await organiser.upload(`/en/${page}`, none)).status).toBe(422)
  expect((await organiser.upload(`/en/${page}`, formOf('', 'empty.xml'))).status).toBe(422)
  const gone = await organiser.get(`/en/${page}?file=nothing`)
  expect([gone.status, await gone.text()]).toEqual([200, expect.stringContaining('uploads are kept for a day')])
  const large = await organiser.upload(`/en/${page}`, formOf('x'.repeat(20_500_000))).catch(() => null)
  expect(large?.status ?? 413).toBe(413)
  expect((await organiser.post(`/en/${page}`, { intent: 'else' })).status).toBe(400)
  expect((await organiser.post(`/en/${page}`, { intent: 'import', importId: '../x', state: 'idea' })).status).toBe(400)
})

it('takes a file of several megabytes', async () => {
  const { fields } = await looked(
    `${csv(3, 'Groot')}\n"${'Groot en lang. '.repeat(300_000)}",Zaal 1,2027-03-12 10:00,00:45,`,
  )
  expect(fields.importId).not.toBe('')
})

it('tells how far it is, line by line, to the end', async () => {
  const { fields } = await looked(csv(800, 'Veel'))
  const answer = await organiser.post(`/en/${page}/run`, fields)
  expect(answer.headers.get('content-type')).toContain('x-ndjson')
  const lines = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunLine)
  const steps = lines.flatMap((line) => ('progress' in line ? [line.progress.step] : []))
  expect([...new Set(steps)]).toEqual(['reading', 'comparing', 'programme', 'people', 'saving'])
  expect(lines.at(-1)).toEqual({ done: `?done=${fields.importId}` })
  const failed = await organiser.post(`/en/${page}/run`, { ...fields, importId: 'nothing' })
  const last = JSON.parse((await failed.text()).trim().split('\n').at(-1) ?? '') as RunLine
  expect(last).toMatchObject({ failure: { code: 'UPLOAD_GONE' } })
})

it('whoever leaves half-way has imported all the same', async () => {
  const { fields } = await looked(csv(700, 'Weg'))
  const leave = new AbortController()
  const answer = await fetch(`${server.url}/en/${page}/run`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: server.url, Cookie: organiser.cookie },
    signal: leave.signal,
  })
  await answer.body?.getReader().read()
  leave.abort()
  const deadline = Date.now() + 10_000
  for (;;) {
    const html = await (await organiser.get(`/en/${page}?file=${fields.importId}`)).text()
    if (html.includes('The programme was imported.')) break
    if (Date.now() > deadline) throw new Error('it never came to an end')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
})

it('is for organisers', async () => {
  const exhibitor = await demoPerson('exhibitor')
  expect((await exhibitor.get(`/en/${page}`)).status).toBe(403)
  expect((await exhibitor.upload(`/en/${page}`, formOf(csv(1)))).status).toBe(403)
  const visitor = new PlainBrowser(server)
  expect((await visitor.get(`/en/${page}`)).status).toBe(302)
  const run = await visitor.post(`/en/${page}/run`, { importId: 'x', fingerprint: '', state: 'idea' })
  expect(await run.text()).toContain('NOT_SIGNED_IN')
})
