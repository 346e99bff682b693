import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '#server/env'

const SECRET = 'x'.repeat(32)
const mistakesOf = (source: Record<string, string>) => {
  const read = readEnv(source)
  return 'mistakes' in read ? read.mistakes : []
}
const envOf = (source: Record<string, string>) => {
  const read = readEnv(source)
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '))
  return read.env
}

describe('environment', () => {
  it('has a default for everything', () => {
    expect(envOf({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('data'),
      databaseUrl: null,
      sessionSecret: null,
      smtpUrl: null,
      publicUrl: null,
      metricsToken: null,
      demo: true,
      production: false,
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ HOST: 'http://here' }, 'HOST'],
    [{ DATABASE_URL: 'mysql://db', SESSION_SECRET: SECRET }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://db/beurs' }, 'SESSION_SECRET'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL'],
    [{ PUBLIC_URL: 'beurs.example.org' }, 'PUBLIC_URL'],
    [{ METRICS_TOKEN: 'guessable' }, 'METRICS_TOKEN'],
    [{ METRICS_TOKEN: 'with spaces in between it' }, 'METRICS_TOKEN'],
    [{ PUBLIC_URL: 'https://example.org/beurs' }, 'PUBLIC_URL'],
    [{ DEMO: 'perhaps' }, 'DEMO'],
  ])('says what is wrong with %o', (source: Record<string, string>, name) => {
    expect(mistakesOf(source)).toEqual([expect.stringContaining(name)])
  })

  it('names every mistake at once', () => {
    expect(mistakesOf({ PORT: 'x', SMTP_URL: 'y', DEMO: 'z' })).toHaveLength(3)
  })

  it('has a demo only on its own database and a loopback address, unless asked for', () => {
    expect(envOf({ HOST: '0.0.0.0' }).demo).toBe(false)
    expect(envOf({ DATABASE_URL: 'postgres://db/beurs', SESSION_SECRET: SECRET }).demo).toBe(false)
    expect(envOf({ HOST: '0.0.0.0', DEMO: 'on' }).demo).toBe(true)
    expect(envOf({ DEMO: 'off' }).demo).toBe(false)
  })
})
