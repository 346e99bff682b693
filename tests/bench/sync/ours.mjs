// Our built server (npm run build) with its embedded PostgreSQL, as a target of the bench; see targets.mjs.
import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

const root = new URL('../../../', import.meta.url).pathname
const SECRET = 'the bench signs its own sessions with this'
const HEALTH_PATIENCE_MS = 60_000

const accountId = (index) => `bench-account-${index}`
const tokenOf = (index) => `bench-session-of-client-${index}`
/** As server/services/accounts/tokens.ts makes it. */
const tokenHash = (index) => createHmac('sha256', SECRET).update(tokenOf(index)).digest()

/** The embedded server moves below /var/lib where its own user cannot reach the data folder, and leaves a note. */
const socketFolder = (dataDir) => {
  const wanted = path.join(dataDir, 'postgres')
  const note = path.join(wanted, 'MOVED')
  return fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : wanted
}

const postmaster = (dataDir) => {
  try {
    const text = fs.readFileSync(path.join(socketFolder(dataDir), 'cluster/postmaster.pid'), 'utf8')
    return Number(text.split('\n')[0])
  } catch {
    return null // not running
  }
}

const isAlive = (pid) => fs.existsSync(`/proc/${pid}`)

const healthy = (port) =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    (response) => response.status === 200,
    () => false,
  )

const ready = async ({ port }) => {
  const deadline = Date.now() + HEALTH_PATIENCE_MS
  while (!(await healthy(port))) {
    if (Date.now() > deadline) throw new Error('ours did not become healthy')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Accounts, sessions, fairs and memberships, straight into the database. */
const admit = async (specs, { dataDir }) => {
  const people = [...new Set(specs.map((spec) => spec.index))]
  const fairs = [...new Set(specs.map((spec) => spec.room))]
  const client = new pg.Client({ host: socketFolder(dataDir), user: 'beursvloer', database: 'beursvloer' })
  await client.connect()
  try {
    await client.query(
      `insert into accounts (id, email, name, language)
        select id, id || '@example.org', id, 'nl' from unnest($1::text[]) as id on conflict do nothing`,
      [people.map(accountId)],
    )
    await client.query(
      `insert into sessions (token_hash, account_id, created_at, expires_at, seen_at)
        select hash, id, now(), now() + interval '1 day', now() from unnest($1::bytea[], $2::text[]) as s (hash, id)
        on conflict do nothing`,
      [people.map(tokenHash), people.map(accountId)],
    )
    await client.query(
      `insert into fairs (id, slug, name, starts_on, ends_on, time_zone, venue_name, created_at)
        select id, id, jsonb_build_object('nl', id), '2027-03-12', '2027-03-13', 'Europe/Brussels', 'Hal', now()
        from unnest($1::text[]) as id on conflict do nothing`,
      [fairs],
    )
    await client.query(
      `insert into memberships (fair_id, account_id, role, created_at)
        select fair, account, 'organiser', now() from unnest($1::text[], $2::text[]) as m (fair, account)
        on conflict do nothing`,
      [specs.map((spec) => spec.room), specs.map((spec) => accountId(spec.index))],
    )
  } finally {
    await client.end()
  }
}

export default {
  name: 'ours',
  protocol: 'y-websocket',
  path: '/sync',
  persistent: true,
  promise: 'each edit is committed in PostgreSQL before anyone else gets it',
  start: ({ port, dataDir }) => {
    // Where the bench runs as root, PostgreSQL runs as somebody else, who has to get there.
    fs.chmodSync(dataDir, 0o755)
    fs.chmodSync(path.dirname(dataDir), 0o755)
    const env = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, SESSION_SECRET: SECRET, DEMO: 'off' }
    return {
      command: process.execPath,
      args: [...(process.env.NODE_ARGS?.split(' ') ?? []), 'dist/server.mjs'],
      cwd: root,
      env,
    }
  },
  ready,
  admit,
  client: ({ index }) => ({ headers: { cookie: `beursvloer_session=${tokenOf(index)}` } }),
  extraPids: ({ dataDir }) => [postmaster(dataDir)].filter((pid) => pid !== null && isAlive(pid)),
  stop: async ({ dataDir }) => {
    const pid = postmaster(dataDir)
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGINT')
    while (pid !== null && isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50))
    const moved = socketFolder(dataDir)
    if (!moved.startsWith(dataDir)) fs.rmSync(moved, { recursive: true, force: true })
  },
}
