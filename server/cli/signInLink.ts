/** npm run sign-in-link -- someone@example.org: prints a link that signs in, for installations without a mail server. */
import { access } from 'node:fs/promises'
import path from 'node:path'
import pino from 'pino'
import { connect, type Sql } from '#server/db/client'
import { socketFolderOf } from '#server/db/embedded'
import { isDatabaseAway } from '#server/db/errors'
import { type Env, readEnv } from '#server/env'
import { sessionSecret } from '#server/secret'
import { createSignInLink, LINK_MINUTES } from '#server/services/accounts/signInLinks'
import { emailSchema, isDemoEmail } from '#shared/access/email'
import { systemClock } from '#shared/kernel/clock'
import { platformRandomBytes } from '#shared/kernel/ids'
import { DEFAULT_LANGUAGE, type Language } from '#shared/kernel/language'

const NOT_RUNNING =
  'Beursvloer is not running here. Start it first (npm start), with the same DATA_DIR or DATABASE_URL.'

class Refusal extends Error {}

async function main(given: string[]): Promise<void> {
  const [typed] = given
  if (typed === undefined || given.length > 1) {
    throw new Refusal('Give one e-mail address: npm run sign-in-link -- someone@example.org')
  }
  const email = emailSchema.safeParse(typed)
  if (!email.success) throw new Refusal(`"${typed}" is not an e-mail address.`)
  if (isDemoEmail(email.data)) throw new Refusal('Demo persons sign in on the demo page, without a link.')
  const read = readEnv(process.env)
  if ('mistakes' in read) throw new Refusal(read.mistakes.join('\n'))
  const sql = await openRunning(read.env)
  try {
    const { link, known } = await linkFor(sql, read.env, email.data)
    console.log(`${link}\n`)
    console.log(`Signs in ${email.data} once, within ${LINK_MINUTES} minutes.`)
    if (!known) console.log('There is no account for this address yet: the page will ask for a name and make one.')
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function openRunning({ databaseUrl, dataDir }: Env): Promise<Sql> {
  if (databaseUrl) return connect({ url: databaseUrl, maxConnections: 1 })
  const socketFolder = await socketFolderOf(dataDir)
  await access(path.join(socketFolder, '.s.PGSQL.5432')).catch(() => {
    throw new Refusal(NOT_RUNNING)
  })
  return connect({ socketFolder, maxConnections: 1 })
}

async function linkFor(sql: Sql, env: Env, email: string): Promise<{ link: string; known: boolean }> {
  const publicUrl = env.publicUrl ?? `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${env.port}`
  const [account] = await sql<{ language: Language }[]>`select language from accounts where email = ${email}`
  const deps = {
    sql,
    clock: systemClock,
    randomBytes: platformRandomBytes,
    log: pino({ level: 'silent' }),
    publicUrl,
    demo: false,
    sessionSecret: await sessionSecret(env.sessionSecret, env.dataDir),
  }
  const token = await createSignInLink(deps, sql, { email, returnTo: null })
  return {
    link: `${publicUrl}/${account?.language ?? DEFAULT_LANGUAGE}/sign-in/${token}`,
    known: account !== undefined,
  }
}

/** What a person can do something about, in words; null for the rest. */
function explain(error: unknown): string | null {
  if (error instanceof Refusal) return error.message
  if (isDatabaseAway(error)) return NOT_RUNNING
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === '42P01') return 'The database has no tables yet: start Beursvloer once before asking for a link.'
  if (code === '28P01' || code === '3D000') return `The database refuses DATABASE_URL: ${(error as Error).message}`
  if (code === 'EACCES') return `This user may not read the data folder: ${(error as Error).message}`
  return null
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(explain(error) ?? error)
  process.exitCode = 1
}
