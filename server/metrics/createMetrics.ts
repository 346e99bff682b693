import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Sql } from '#server/db/client'
import type { RequestMeters } from '#server/http/requestMeters'
import type { Sync } from '#server/sync/startSync'
import { databaseGauges } from './databaseGauges'

export interface MetricsSources {
  sql: Sql
  sync: Pick<Sync, 'stats' | 'meters'>
  requests: RequestMeters
  /** Socket.IO's. */
  events: { connections(): number }
}

/** How often the delay of the event loop is sampled, in ms: often enough to see a stall, seldom enough to cost nothing. */
const LOOP_SAMPLE_MS = 50

/** Everything that is counted, as one text in Prometheus' format. Figures are read when asked for. */
export function createMetrics({ sql, sync, requests, events }: MetricsSources) {
  const register = new Registry()
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: LOOP_SAMPLE_MS })
  const { meters } = sync
  for (const metric of [meters.stored, meters.sent, meters.commitRows, requests.seconds])
    register.registerMetric(metric)

  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name: `beursvloer_${name}`, help, registers: [register] },
      collect() {
        this.set(read())
      },
    })
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      ...{ name: `beursvloer_${name}`, help, registers: [register] },
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  let stats = sync.stats()
  gauge('sync_rooms', 'Fairs that are open for editing in this process', () => stats.rooms)
  gauge('sync_connections', 'Sockets of live editing', () => stats.connections)
  gauge('sync_unsent_bytes', 'Bytes that wait in sockets for slow readers', () => stats.unsentBytes)
  gauge('sync_unstored_bytes', 'Bytes of edits that wait to be on disk', () => stats.unstoredBytes)
  gauge('sync_log_tail_rows', 'Edits since the last snapshots of open fairs', () => stats.rowsSinceSnapshot.sum)
  gauge('sync_log_tail_rows_max', 'The same of the fair with most', () => stats.rowsSinceSnapshot.max)
  counter('sync_edits_total', 'Edits stored', () => stats.updates)
  counter('sync_commits_total', 'Commits of edits', () => stats.commits)
  counter(
    'sync_commits_failed_total',
    'Commits that failed: their authors came back and sent again',
    () => meters.failedCommits,
  )
  new Counter({
    ...{ name: 'beursvloer_sync_ends_total', help: 'Connections that the server ended, by reason' },
    ...{ labelNames: ['reason'] as const, registers: [register] },
    collect() {
      this.reset()
      for (const [reason, count] of meters.ends) this.inc({ reason }, count)
    },
  })
  gauge('events_connections', 'Sockets of Socket.IO', () => events.connections())
  const askDatabase = databaseGauges(sql, register)

  return async () => {
    stats = sync.stats()
    await askDatabase()
    return { type: register.contentType, text: await register.metrics() }
  }
}
