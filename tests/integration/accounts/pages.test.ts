import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PlainBrowser, signInLinkCommand } from '#tests/helpers/pages'
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

beforeAll(ensureBuild, 180_000)

/** The production build, on a data folder of its own. */
function runningServer(env: Record<string, string>) {
  const running = { dataDir: '', server: undefined as ServerProcess | undefined }
  beforeAll(async () => {
    running.dataDir = await temporaryFolder()
    running.server = await startServer({ DATA_DIR: running.dataDir, LOG_LEVEL: 'trace', ...env })
  })
  afterAll(async () => {
    if (running.server && isAlive(running.server.pid)) await running.server.end('SIGTERM')
    if ((await databasePid(running.dataDir)) !== null) await killDatabase(running.dataDir)
    await removeFolder(running.dataDir)
  })
  const server = () => running.server!
  const link = async (email: string) => {
    const { code, output } = await signInLinkCommand([email], {
      DATA_DIR: running.dataDir,
      PUBLIC_URL: new URL(server().url).origin,
    })
    expect({ code, output }).toMatchObject({ code: 0 })
    return new URL(output.split('\n')[0]!).pathname
  }
  const signedIn = async (email: string, name = 'Ada') => {
    const browser = new PlainBrowser(server())
    expect((await browser.post(await link(email), { name })).status).toBe(303)
    return browser
  }
  return { running, server, link, signedIn }
}

describe('with a serious installation', () => {
  const { running, server, link, signedIn } = runningServer({ DEMO: 'off' })

  test('the demo does not exist', async () => {
    const browser = new PlainBrowser(server())
    for (const path of ['/en/demo', '/en/demo/mails', '/demo/enter']) expect((await browser.get(path)).status).toBe(404)
    const entered = await browser.post('/demo/enter', { role: 'organiser', n: '1' })
    expect([entered.status, entered.headers.getSetCookie()]).toEqual([404, []])
  })

  test('the command says what it lacks', async () => {
    const env = { DATA_DIR: running.dataDir }
    expect(await signInLinkCommand([], env)).toMatchObject({ code: 1, output: expect.stringContaining('one e-mail') })
    expect(await signInLinkCommand(['ada'], env)).toMatchObject({ code: 1, output: expect.stringContaining('"ada"') })
    const nowhere = await signInLinkCommand(['ada@example.org'], { DATA_DIR: '/tmp/beursvloer-no-such-folder' })
    expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining('not running') })
    expect(nowhere.output).not.toContain('    at ')
  })

  test('a link opens a page; only its button signs in, once; the cookie is out of reach for scripts', async () => {
    const path = await link('first@example.org')
    const scanner = new PlainBrowser(server())
    for (let i = 0; i < 3; i++) {
      const page = await scanner.get(path)
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
    expect(scanner.cookie).toBe('')

    const browser = new PlainBrowser(server())
    const nameless = await browser.post(path, { name: '' })
    expect([nameless.status, await nameless.text()]).toEqual([422, expect.stringContaining('Fill this in.')])
    const answer = await browser.post(path, { name: 'First' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/account'])
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^beursvloer_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=5184000$/,
    )
    expect((await browser.get('/en/account')).status).toBe(200)
    const again = await new PlainBrowser(server()).post(path, { name: 'Second' })
    expect(again.status).toBe(410)
    expect(server().output()).not.toContain(path.split('/').at(-1))
  })

  test('behind a proxy that speaks https the cookie stays on https', async () => {
    const path = await link('secure@example.org')
    const origin = server().url.replace('http:', 'https:')
    const headers = { Origin: origin, 'X-Forwarded-Proto': 'https' }
    const answer = await new PlainBrowser(server()).post(path, { name: 'S' }, headers)
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/)
  })

  test('another website can post none of this', async () => {
    const browser = new PlainBrowser(server())
    const path = await link('csrf@example.org')
    for (const target of [path, '/sign-out', '/en/sign-in']) {
      expect((await browser.post(target, { name: 'x' }, { Origin: 'https://evil.example' })).status).toBe(403)
    }
    expect((await browser.get(path)).status).toBe(200)
  })

  test('asking for a link says the same for everybody, and refuses what is no address', async () => {
    const ask = async (email: string) => {
      const answer = await new PlainBrowser(server()).post('/en/sign-in', { email })
      return [answer.status, (await answer.text()).replaceAll(email, '').replaceAll(/nonce="[^"]*"/g, '')]
    }
    await signedIn('known@example.org')
    expect(await ask('known@example.org')).toEqual(await ask('other@example.org'))
    expect(await ask('nobody')).toEqual([422, expect.stringContaining('not an e-mail address')])
  })

  test('whoever has to sign in first comes back, and only to our own pages', async () => {
    const browser = new PlainBrowser(server())
    const away = await browser.get('/en/organise/new')
    expect(away.headers.get('location')).toBe('/en/sign-in?return_to=%2Fen%2Forganise%2Fnew')
    const person = await signedIn('back@example.org')
    for (const evil of ['https://evil.example', '//evil.example/en', '/\\evil.example', '/en/..//evil.example']) {
      const answer = await person.get(`/en/sign-in?return_to=${encodeURIComponent(evil)}`)
      expect(answer.headers.get('location')).toBe('/en/account')
    }
    const answer = await person.get('/en/sign-in?return_to=%2Fnl%2Forganise%2Fnew')
    expect(answer.headers.get('location')).toBe('/nl/organise/new')
  })

  test('signing out ends the session and takes the cookie; so does deleting the account', async () => {
    const browser = await signedIn('out@example.org')
    const kept = browser.cookie
    const answer = await browser.post('/sign-out', {}, { Referer: `${server().url}/fr/account` })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr'])
    expect(answer.headers.getSetCookie()[0]).toMatch(/^beursvloer_session=; .*Max-Age=0/)
    browser.cookie = kept
    expect((await browser.get('/en/account')).headers.get('location')).toContain('/sign-in')

    const gone = await signedIn('gone@example.org')
    const cookie = gone.cookie
    expect((await gone.post('/en/account', { intent: 'delete' })).status).toBe(422)
    expect((await gone.post('/en/account', { intent: 'delete', sure: 'yes' })).status).toBe(303)
    gone.cookie = cookie
    expect((await gone.get('/en/organise')).headers.get('location')).toContain('/sign-in')
  })

  test('a fair is made without scripts; what was typed stays when something is wrong', async () => {
    const browser = await signedIn('maker@example.org')
    const fields = {
      'name.nl': '<script>alert(1)</script>',
      startsOn: '2027-05-06',
      endsOn: '2027-05-07',
      'everyDay.opens': '09:30',
      'everyDay.closes': '17:00',
      timeZone: 'Europe/Brussels',
      venueName: '"><img src=x>',
      'start.hall.widthMm': '40,5',
      'start.hall.depthMm': 'wide',
      defaultSectors: 'yes',
    }
    const multipart = (changes: Record<string, string> = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value)
      form.set('plan', new File([], ''))
      return form
    }
    const wrong = await browser.upload('/en/organise/new', multipart())
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(page).toContain('value="40,5"')
    expect(page).toContain('This must be a number.')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img src=x>')

    const made = await browser.upload('/en/organise/new', multipart({ 'start.hall.depthMm': '25' }))
    const fair = made.headers.get('location')?.replace('?created', '') ?? ''
    expect(made.status).toBe(303)
    expect(await (await browser.get(`${fair}/settings`)).text()).toContain('value="09:30"')
    const exported = await browser.get(`${fair}/export`)
    expect(exported.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+-plan-1\.json"$/)
    const plan = (await exported.json()) as { halls: Record<string, { outline: number[][] }> }
    expect(Object.values(plan.halls)[0]?.outline[2]).toEqual([40_500, 25_000])

    const stranger = await signedIn('stranger@example.org')
    for (const page of ['', '/team', '/settings', '/import', '/export']) {
      expect((await stranger.get(`${fair}${page}`)).status).toBe(404)
    }
  })
})

describe('in the demo', () => {
  const { server } = runningServer({})
  const enter = (body: Record<string, unknown> | string, type = 'application/json') =>
    fetch(`${server().url}/demo/enter`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': type, Accept: 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  test('form and JSON both lead in', async () => {
    for (const answer of [
      await enter({ role: 'organiser', n: 2 }),
      await enter('role=organiser&n=2', 'application/x-www-form-urlencoded'),
    ]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        expect.stringMatching(/^\/en\/organise\/[\w-]+$/),
      ])
      expect(answer.headers.getSetCookie()[0]).toMatch(/^beursvloer_session=.*HttpOnly; SameSite=Lax/)
    }
    const exhibitor = await enter({ role: 'exhibitor', n: 12, lang: 'fr' })
    expect(exhibitor.headers.get('location')).toMatch(/^\/fr\/fairs\/[\w-]+\/my-booth$/)
  })

  test('nonsense is told apart in words', async () => {
    for (const body of [{}, { role: 'owner', n: 1 }, { role: 'organiser', n: 21 }]) {
      const answer = await enter(body)
      expect([answer.status, (await answer.json()).error.code]).toEqual([422, 'INVALID'])
    }
    expect((await enter('{', 'application/json')).status).toBe(400)
    expect((await fetch(`${server().url}/demo/enter`)).status).toBe(405)
  })

  test('mails to demo persons are shown to demo persons, and to nobody else', async () => {
    const visitor = new PlainBrowser(server())
    expect((await visitor.get('/en/demo')).status).toBe(200)
    expect((await visitor.get('/en/demo/mails')).status).toBe(404)
    await visitor.post('/demo/enter', { role: 'organiser', n: '1' })
    expect((await visitor.get('/en/demo/mails')).status).toBe(200)
  })
})
