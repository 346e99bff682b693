import { expect, test } from 'vitest'
import { demoServer } from '#tests/helpers/demoServer'
import { PlainBrowser } from '#tests/helpers/pages'
import { childrenOf } from '#tests/helpers/processTable'
import { databasePid, killDatabase, until } from '#tests/helpers/serverProcess'

const app = demoServer()

test('a database that dies under pages and forms is called by its name, and what was typed stays', async () => {
  const visitor = new PlainBrowser(app.server, 'nl')
  const fairs = (await (await visitor.get('/api/fairs')).json()) as { slug: string }[]
  const plan = `/nl/fairs/${fairs[0]!.slug}/plan`
  const asked = Array.from({ length: 20 }, (_, n) => [
    visitor.get(plan),
    visitor.post('/nl/sign-in', { email: `person${n}@example.org` }),
  ]).flat()
  await killDatabase(app.dataDir)
  const answers = await Promise.all(
    (await Promise.all(asked)).map(async (answer) => ({ status: answer.status, text: await answer.text() })),
  )
  const failed = answers.filter(({ status }) => status >= 400 && status !== 429)
  expect(failed.length).toBeGreaterThan(0)
  expect([...new Set(failed.map(({ status }) => status))]).toEqual([503])
  for (const { text } of failed) expect(text).toContain('De databank is even niet bereikbaar')
  const forms = failed.filter(({ text }) => text.includes('name="email"'))
  expect(forms.length).toBeGreaterThan(0)
  for (const { text } of forms) expect(text).toMatch(/value="person\d+@example.org"/)
  expect(app.server.output()).not.toContain('page failed')
  await until(async () => (await visitor.get(plan)).status === 200)
})

test('a database that stands still keeps nobody waiting for ever, and is there again when it goes on', async () => {
  const visitor = new PlainBrowser(app.server, 'nl')
  await until(async () => (await visitor.get('/api/fairs')).status === 200)
  const pid = (await databasePid(app.dataDir)) ?? 0
  const pids = [pid, ...childrenOf(pid)]
  for (const one of pids) process.kill(one, 'SIGSTOP')
  const answers = await Promise.all([
    visitor.get('/nl/fairs/smart-beroepsbeurs-2027/plan'),
    visitor.post('/nl/sign-in', { email: 'frozen@example.org' }),
    visitor.get('/api/fairs'),
  ]).finally(() => {
    for (const one of pids) process.kill(one, 'SIGCONT')
  })
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
  for (const answer of answers) expect(await answer.text()).toContain('De databank is even niet bereikbaar')
  await until(async () => (await visitor.get('/nl/fairs/smart-beroepsbeurs-2027/plan')).status === 200)
})
