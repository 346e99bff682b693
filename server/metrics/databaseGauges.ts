import { Gauge, type Registry } from 'prom-client'
import type { Sql } from '#server/db/client'
import { transactionUse } from '#server/db/transactionPool'

/** A scrape waits no longer than this for the database. */
const PATIENCE_MS = 1000

interface DatabaseFigures {
  mailsDue: number
  mailsFailing: number
  logRows: number
  unprojectedRows: number
  connections: { state: string; count: number }[]
}

const STATES = ['active', 'idle', 'idle in transaction', 'other'] as const

/** What the database knows, the same from every process. Returns the function that asks it, once a scrape. */
export function databaseGauges(sql: Sql, register: Registry): () => Promise<void> {
  const registers = [register]
  const gauge = (name: string, help: string) => new Gauge({ name: `beursvloer_${name}`, help, registers })
  const up = gauge('database_up', '1 while the database answers within a second')
  const mailsDue = gauge('outbox_mails_due', 'Mails that should have left by now')
  const mailsFailing = gauge('outbox_mails_failing', 'Mails among them that could not be sent at the first attempt')
  const logRows = gauge('log_rows', 'Edits in the logs of all fairs')
  const unprojected = gauge('log_rows_unprojected', 'Edits that booth and talk rows do not follow yet')
  const connections = new Gauge({
    name: 'beursvloer_database_connections',
    help: 'Connections of all processes of this app, by state',
    labelNames: ['state'] as const,
    registers,
  })
  const transactions = new Gauge({
    name: 'beursvloer_database_transactions',
    help: 'Transactions of this process: open, waiting for a connection, and how many may be open',
    labelNames: ['state'] as const,
    registers,
  })
  // Before the text is made, not while: each gauge is read at once when its turn comes.
  return async () => {
    for (const [state, count] of Object.entries(transactionUse(sql))) transactions.set({ state }, count)
    const figures = await askInTime(sql)
    up.set(figures ? 1 : 0)
    connections.reset()
    if (!figures) {
      // Better nothing than a figure of long ago, or a nought that is none.
      for (const one of [mailsDue, mailsFailing, logRows, unprojected]) one.remove()
      return
    }
    mailsDue.set(figures.mailsDue)
    mailsFailing.set(figures.mailsFailing)
    logRows.set(figures.logRows)
    unprojected.set(figures.unprojectedRows)
    for (const state of STATES) connections.set({ state }, 0)
    for (const { state, count } of figures.connections) {
      connections.inc({ state: (STATES as readonly string[]).includes(state) ? state : 'other' }, count)
    }
  }
}

async function askInTime(sql: Sql): Promise<DatabaseFigures | null> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  try {
    return await Promise.race([ask(sql).catch(() => null), patience])
  } finally {
    clearTimeout(timer)
  }
}

async function ask(sql: Sql): Promise<DatabaseFigures> {
  const [[row], connections] = await Promise.all([
    sql<Omit<DatabaseFigures, 'connections'>[]>`
      select mails.due as "mailsDue", mails.failing as "mailsFailing", logs.rows as "logRows", logs.behind as "unprojectedRows"
      from (select count(*)::int as due, count(*) filter (where attempts > 0)::int as failing
        from outbox where sent_at is null and due_at <= now() and not demo) as mails,
      (select coalesce(sum(log_position), 0)::bigint as rows,
        coalesce(sum(log_position - projected_position), 0)::bigint as behind from fairs) as logs`,
    sql<DatabaseFigures['connections']>`
      select coalesce(state, 'other') as state, count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'beursvloer' group by 1`,
  ])
  if (!row) throw new Error('an aggregate has always one row')
  return { ...row, connections: [...connections] }
}
