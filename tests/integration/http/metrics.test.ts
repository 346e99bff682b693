import { io } from 'socket.io-client'
import { describe, expect, test } from 'vitest'
import { applyPatch, createFairDocument } from '#shared/document/fairDocument'
import { CLOSE } from '#shared/protocol/sync'
import { demoServer } from '#tests/helpers/demoServer'
import { eventually } from '#tests/helpers/eventually'
import { killDatabase, removeFolder, startServer, temporaryFolder } from '#tests/helpers/serverProcess'
import { rawClient, updatesOf } from '#tests/helpers/syncClients'

const TOKEN = 'a token of the tests'.replaceAll(' ', '-')

const app = demoServer()

const scrape = async () => {
  const answer = await fetch(`${app.server.url}/metrics`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  return await answer.text()
}
/** The value of one line; `labels` as they stand there. */
const figure = (text: string, name: string, labels = ''): number => {
  const line = text.split('\n').find((one) => one.startsWith(`${name}${labels} `))
  return line === undefined ? Number.NaN : Number(line.split(' ').at(-1))
}

async function organiser(): Promise<{ cookie: string; fairId: string }> {
  const entered = await fetch(`${app.server.url}/demo/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'role=organiser&n=1',
  })
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
  const [fair] = (await (await fetch(`${app.server.url}/api/fairs`)).json()) as { id: string }[]
  return { cookie, fairId: fair!.id }
}

test('what happens is counted, and nothing in it names a fair or a person', async () => {
  const before = await scrape()
  const { cookie, fairId } = await organiser()
  const sync = `${app.server.url.replace('http', 'ws')}/sync`
  const editor = rawClient(sync, fairId, { cookie, params: { ack: '1' } })
  await editor.opened
  const doc = createFairDocument()
  const edits = [1, 2, 3].map(
    (n) =>
      updatesOf(doc, () =>
        applyPatch(doc, [{ op: 'put', kind: 'booths', id: `metrics${n}`, fields: { number: `M${n}` } }]),
      )[0]!,
  )
  for (const edit of edits) editor.sendEdits('update', edit)
  await eventually(() => expect(editor.acks.at(-1)).toBe(3))
  const bad = rawClient(sync, fairId, { cookie })
  await bad.opened
  bad.send(Uint8Array.of(99, 1, 2))
  expect((await bad.closed).code).toBe(CLOSE.malformed)
  expect((await rawClient(sync, fairId).closed).code).toBe(CLOSE.notSignedIn)
  const visitor = io(app.server.url, { transports: ['websocket'] })
  await new Promise<void>((resolve) => visitor.on('connect', resolve))
  expect((await fetch(`${app.server.url}/nl/fairs`)).status).toBe(200)
  expect((await fetch(`${app.server.url}/api/nothing-there`)).status).toBe(404)

  const after = await eventually(async () => {
    const text = await scrape()
    expect(figure(text, 'beursvloer_log_rows_unprojected')).toBe(0)
    return text
  })
  const grown = (name: string, labels = '') => figure(after, name, labels) - (figure(before, name, labels) || 0)
  expect(figure(after, 'beursvloer_sync_rooms')).toBe(1)
  expect(figure(after, 'beursvloer_sync_connections')).toBe(1)
  expect(figure(after, 'beursvloer_events_connections')).toBe(1)
  expect(grown('beursvloer_sync_edits_total')).toBe(3)
  expect(grown('beursvloer_log_rows')).toBe(3)
  expect(grown('beursvloer_sync_commits_total')).toBeGreaterThan(0)
  expect(grown('beursvloer_sync_commit_rows_sum')).toBe(3)
  for (const step of ['stored', 'sent']) {
    expect(grown(`beursvloer_sync_edit_${step}_seconds_count`)).toBe(3)
    expect(grown(`beursvloer_sync_edit_${step}_seconds_bucket`, '{le="+Inf"}')).toBe(3)
    expect(grown(`beursvloer_sync_edit_${step}_seconds_sum`)).toBeGreaterThan(0)
  }
  expect(grown('beursvloer_sync_ends_total', '{reason="malformed"}')).toBe(1)
  expect(grown('beursvloer_sync_ends_total', '{reason="notSignedIn"}')).toBe(1)
  expect(figure(after, 'beursvloer_sync_unsent_bytes')).toBe(0)
  expect(figure(after, 'beursvloer_sync_unstored_bytes')).toBe(0)
  expect(grown('beursvloer_http_request_seconds_count', '{route="page",status="200"}')).toBe(1)
  expect(grown('beursvloer_http_request_seconds_count', '{route="api",status="404"}')).toBe(1)
  expect(figure(after, 'beursvloer_database_up')).toBe(1)
  expect(figure(after, 'beursvloer_database_connections', '{state="active"}')).toBeGreaterThan(0)
  expect(figure(after, 'beursvloer_database_transactions', '{state="limit"}')).toBeGreaterThan(0)
  expect(figure(after, 'beursvloer_outbox_mails_due')).toBe(0)
  expect(figure(after, 'process_resident_memory_bytes')).toBeGreaterThan(0)
  for (const secret of [fairId, cookie.split('=')[1]!, 'smart', 'metrics1', '@']) expect(after).not.toContain(secret)
  editor.ws.close()
  visitor.close()
})

describe('who may read them', () => {
  test('nobody through a proxy, or under another name for this machine', async () => {
    for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])
      expect((await fetch(`${app.server.url}/metrics`, { headers: { [name]: '127.0.0.1' } })).status).toBe(404)
    expect((await fetch(`${app.server.url}/metrics`, { method: 'POST' })).status).toBe(405)
  })

  test('with a token, whoever brings it', async () => {
    const own = await temporaryFolder()
    const guarded = await startServer({ DATA_DIR: own, METRICS_TOKEN: TOKEN })
    const status = async (authorization?: string) =>
      (await fetch(`${guarded.url}/metrics`, authorization ? { headers: { authorization } } : {})).status
    expect(await status()).toBe(404)
    expect(await status(`Bearer ${TOKEN.slice(1)}`)).toBe(404)
    expect(await status(`Bearer ${TOKEN}`)).toBe(200)
    await guarded.end('SIGTERM')
    await removeFolder(own)
  })
})

test('they are there while the database is away, and say so', async () => {
  await killDatabase(app.dataDir)
  await eventually(async () => expect(figure(await scrape(), 'beursvloer_database_up')).toBe(0))
  await eventually(async () => expect(figure(await scrape(), 'beursvloer_database_up')).toBe(1), 20_000)
})
