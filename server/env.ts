import path from 'node:path'
import { z } from 'zod'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

export interface Env {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | null
  /** Null: made once and kept in dataDir. */
  sessionSecret: string | null
  smtpUrl: string | null
  /** Origin under which people reach the app, without a slash at the end; null: whatever address they use. */
  publicUrl: string | null
  /** Whoever reads /metrics must bring it; null: only this machine itself reads them. */
  metricsToken: string | null
  demo: boolean
  production: boolean
}

const flag = z.enum(['1', '0', 'true', 'false', 'on', 'off'])
const isOn = (value: string) => value === '1' || value === 'true' || value === 'on'

/** The settings, or one clear sentence for each mistake. */
export function readEnv(source: Record<string, string | undefined>): { env: Env } | { mistakes: string[] } {
  const mistakes: string[] = []
  const get = (name: string) => source[name]?.trim() || undefined

  const portText = get('PORT') ?? '3000'
  const port = Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    mistakes.push(`PORT must be a whole number from 0 to 65535, not "${portText}".`)

  const host = get('HOST') ?? '127.0.0.1'
  if (/[\s/]/.test(host)) mistakes.push(`HOST must be a host name or an address, not "${host}".`)

  const databaseUrl = get('DATABASE_URL') ?? null
  if (databaseUrl && !/^postgres(ql)?:\/\/./.test(databaseUrl))
    mistakes.push('DATABASE_URL must start with postgres:// or postgresql://.')

  const sessionSecret = get('SESSION_SECRET') ?? null
  if (sessionSecret && sessionSecret.length < 32)
    mistakes.push('SESSION_SECRET must have at least 32 characters; `openssl rand -hex 32` makes one.')
  if (databaseUrl && !sessionSecret)
    mistakes.push('SESSION_SECRET is required with DATABASE_URL; `openssl rand -hex 32` makes one.')

  const smtpUrl = get('SMTP_URL') ?? null
  if (smtpUrl && !/^smtps?:\/\/./.test(smtpUrl)) mistakes.push('SMTP_URL must start with smtp:// or smtps://.')

  const publicText = get('PUBLIC_URL')
  const publicUrl = publicText ? originOf(publicText) : null
  if (publicText && publicUrl === null)
    mistakes.push(
      `PUBLIC_URL must be an origin such as https://beurs.example.org, without a path, not "${publicText}".`,
    )

  const metricsToken = get('METRICS_TOKEN') ?? null
  if (metricsToken && !/^[\x21-\x7e]{16,}$/.test(metricsToken))
    mistakes.push(
      'METRICS_TOKEN must have at least 16 letters, figures or signs, without spaces; `openssl rand -hex 32` makes one.',
    )

  const demoText = get('DEMO')
  const demoFlag = demoText === undefined ? undefined : flag.safeParse(demoText.toLowerCase())
  if (demoFlag && !demoFlag.success) mistakes.push(`DEMO must be on or off, not "${demoText}".`)
  const demo = demoFlag?.success ? isOn(demoFlag.data) : !databaseUrl && LOOPBACK.has(host)

  if (mistakes.length > 0) return { mistakes }
  return {
    env: {
      port,
      host,
      dataDir: path.resolve(get('DATA_DIR') ?? './data'),
      databaseUrl,
      sessionSecret,
      smtpUrl,
      publicUrl,
      metricsToken,
      demo,
      production: source.NODE_ENV === 'production',
    },
  }
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const bare =
    (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && !url.search && !url.hash
  return bare ? url.origin : null
}
