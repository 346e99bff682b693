import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServices, type Services } from '#server/services'
import { sendDueMails } from '#server/services/mails/sendDueMails'
import { visitor } from '#shared/access/roles'
import type { Patch } from '#shared/document/patch'
import { createProgrammeFair, FIRST_MORNING, putStage, putTalk } from '#tests/factories/programmeFair'
import { editDraft } from '#tests/factories/publishedFair'
import { createTestDatabase, type TestDatabase, type TestDeps, testDeps } from '#tests/helpers/testDeps'

const TALKS = 1000
const STAGES = 70
const VISITORS = 2000
const STARS = 20
const SENT = 200

let database: TestDatabase
let deps: TestDeps
let services: Services

beforeAll(async () => {
  database = await createTestDatabase()
  deps = testDeps(database.sql)
  services = createServices(deps)
})
afterAll(() => database.drop())

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now()
  const value = await work()
  const ms = performance.now() - start
  console.log(`${what}: ${ms.toFixed(0)} ms`)
  return { value, ms }
}

const slotOf = (n: number, shift = 0) => {
  const stage = `s${n % STAGES}`
  return [stage, FIRST_MORNING + Math.floor(n / STAGES) * 60 + shift, 45] as [string, number, number]
}

it('a thousand talks, half of them moved, two thousand visitors to tell', async () => {
  const fair = await createProgrammeFair(deps, (fairId) => [
    ...Array.from({ length: STAGES }, (_, n) => putStage(`s${n}`)),
    ...Array.from({ length: TALKS }, (_, n) =>
      putTalk(`t${n}`, {
        ...{ title: { nl: `Sessie ${n} over iets`, fr: `Séance ${n}`, en: `Session ${n}` }, slot: slotOf(n) },
        abstract: { nl: 'Een tekst van een paar regels. '.repeat(20) },
        speakerIds: [`${fairId}-p${n % 400}`],
      }),
    ),
  ])
  const { fairId, owner } = fair
  const [fairRow] = await deps.sql<{ slug: string }[]>`select slug from fairs where id = ${fairId}`
  await deps.sql`insert into people (id, fair_id, name, email, created_at)
    select ${fairId} || '-p' || n, ${fairId}, 'Spreker ' || n, 'p' || n || '@example.org', now() from generate_series(0, 399) n`
  await deps.sql`insert into accounts (id, email, name, language)
    select 'v' || n, 'v' || n || '@example.net', 'Bezoeker ' || n, 'fr' from generate_series(1, ${VISITORS}::int) n`
  await deps.sql`insert into star_lists (id, fair_id, account_id, created_at, changed_at)
    select 'l' || n, ${fairId}, 'v' || n, now(), now() from generate_series(1, ${VISITORS}::int) n`
  await deps.sql`insert into stars (list_id, talk_id, created_at)
    select 'l' || n, 't' || ((n * 7 + k * 13) % ${TALKS}::int), now()
    from generate_series(1, ${VISITORS}::int) n, generate_series(1, ${STARS}::int) k on conflict do nothing`
  const patch: Patch = Array.from({ length: TALKS / 2 }, (_, n) => ({
    ...{ op: 'set' as const, kind: 'talks' as const, id: `t${n * 2}` },
    fields: { slot: slotOf(n * 2, 5) },
  }))
  const edited = await timed('edit and project', () => editDraft(deps, fairId, patch))
  const preview = await timed('preview', () => services.releases.releasePreview(owner, { fairId }))
  expect(preview.value.talkChanges).toHaveLength(TALKS / 2)
  expect(preview.value.people.people.length).toBeGreaterThan(VISITORS)
  const published = await timed('publish', () =>
    services.releases.publishRelease(owner, { fairId, expectedPosition: edited.value, confirmed: true }),
  )
  expect(published.value.waitingMails).toBe(preview.value.people.people.length)
  const read = await timed('first reading', () => services.releases.latestRelease(owner, { fairId }))
  expect(read.value?.programme.slots).toHaveLength(TALKS)
  const again = await timed('reading again', () => services.releases.latestRelease(owner, { fairId }))
  const listed = await timed('waiting mails', () => services.releases.listReleaseMails(owner, { fairId }))
  expect(listed.value.count).toBe(published.value.waitingMails)
  const input = { slug: fairRow!.slug, size: 10 }
  const changes = await timed('what changed', () => services.changes.fairChanges(visitor('nl'), input))
  expect(changes.value.releases[0]?.talks).toHaveLength(TALKS / 2)
  await deps.sql`delete from outbox where id not in (select id from outbox order by id desc limit ${SENT}::int)`
  await services.releases.sendReleaseMails(owner, { fairId })
  let attached = 0
  const sent = await timed(`sending ${SENT}`, () =>
    sendDueMails(deps, async (mail) => {
      attached += mail.attachments.length
    })(),
  )
  expect(sent.value).toBe(SENT)
  expect(attached).toBe(sent.value)
  // Far above what a quiet machine takes: these catch what grows with the square of something.
  expect(preview.ms).toBeLessThan(6000)
  expect(published.ms).toBeLessThan(8000)
  expect(again.ms).toBeLessThan(200)
  expect(changes.ms).toBeLessThan(4000)
})
