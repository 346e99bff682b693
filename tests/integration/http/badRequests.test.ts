import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { demoServer } from '#tests/helpers/demoServer'
import { PlainBrowser } from '#tests/helpers/pages'

const app = demoServer()

/** The first line of the answer to these bytes. */
const statusOf = (lines: string[]) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const { hostname, port } = new URL(app.server.url)
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''))
    socket.on('error', reject)
  })

const organiser = async () => {
  const browser = new PlainBrowser(app.server, 'nl')
  const entered = await browser.post('/demo/enter', { role: 'organiser', n: '1' })
  return { browser, fair: entered.headers.get('location')! }
}
const internal = /HTTP\/1.1 5|Er ging iets mis aan onze kant/

describe('requests that no browser sends get an answer that blames them, and no line in the log', () => {
  test.each([
    ['TRACE', ['TRACE /nl HTTP/1.1', 'Host: localhost'], 405],
    ['a host that is none', ['GET /nl HTTP/1.1', 'Host: ['], 400],
    ['a port that is none', ['GET /nl HTTP/1.1', 'Host: example.org:99999'], 400],
    ['a proxy’s host that is none', ['GET /nl HTTP/1.1', 'Host: localhost', 'X-Forwarded-Host: ['], 400],
    ['a whole address', ['GET http://example.org/nl HTTP/1.1', 'Host: localhost'], 400],
    ['a star', ['OPTIONS * HTTP/1.1', 'Host: localhost'], 400],
    ['several proxies', ['GET /nl HTTP/1.1', 'Host: localhost', 'X-Forwarded-Host: a.example, b.example:80'], 200],
    ['a method without an action', ['DELETE /nl HTTP/1.1', 'Host: localhost'], 405],
  ])('%s', async (_name, lines, status) => {
    expect(await statusOf([...lines, 'Connection: close'])).toContain(`HTTP/1.1 ${status} `)
    expect(app.server.output()).not.toMatch(/failed/)
  })
})

describe('what is no form is refused', () => {
  test.each([
    ['text/plain', 'email=a@b.example'],
    ['application/json', '{"email":"a@b.example"}'],
    ['multipart/form-data', 'email=a@b.example'],
    ['multipart/form-data; boundary=x', 'email=a@b.example'],
  ])('%s', async (type, body) => {
    for (const path of ['/nl/sign-in', '/nl/sign-in.data', '/nl/organise/new']) {
      const answer = await fetch(new URL(path, app.server.url), {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
      })
      expect([path, answer.status]).toEqual([path, 400])
      if (!path.endsWith('.data')) expect(await answer.text()).toContain('Dit verzoek is niet te begrijpen')
    }
  })
})

describe('NUL and numbers beyond all bounds', () => {
  test('in addresses: there is nothing', async () => {
    const { browser, fair } = await organiser()
    const paths = [
      '/nl/fairs/%00',
      '/nl/fairs/%00/plan',
      '/nl/fairs/%00/claim',
      '/nl/sign-in/%00',
      '/nl/invitations/%00',
    ]
    const own = ['/nl/organise/%00', '/nl/organise/%00/plan', `${fair}/exhibitors/%00`]
    for (const path of [...paths, ...own]) {
      const answer = await browser.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).not.toMatch(internal)
    }
  })

  test('in forms: nothing is done', async () => {
    const { browser, fair } = await organiser()
    const status = async (path: string, fields: Record<string, string>) =>
      (await browser.post(`${fair}${path}`, fields)).status
    expect(await status('/team', { intent: 'revoke', invitationId: '\0' })).toBe(404)
    expect(await status('/exhibitors/x', { intent: 'revoke', invitationId: '\0' })).toBe(404)
    expect(await status('/release', { intent: 'withdraw', number: '999999999999999' })).toBe(404)
    expect(app.server.output()).not.toMatch(/failed/)
  })
})

test('a file that is not for the reader says so in a sentence', async () => {
  const { fair } = await organiser()
  const exhibitor = new PlainBrowser(app.server, 'nl')
  await exhibitor.post('/demo/enter', { role: 'exhibitor', n: '1' })
  for (const [path, status, sentence] of [
    [`${fair}/export`, 403, 'Je hebt hier geen recht toe.'],
    ['/fr/organise/none/export', 404, 'Il n’y a rien'],
    ['/xx/account/export', 404, 'Op dit adres is niets te vinden.'],
  ] as const) {
    const answer = await exhibitor.get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8'])
    expect(await answer.text()).toContain(sentence)
  }
})
