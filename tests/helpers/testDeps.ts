import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { inject } from 'vitest'
import { connect, type Sql } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Clock } from '#shared/kernel/clock'
import { platformRandomBytes } from '#shared/kernel/ids'
import { TEMPLATE } from './cluster'

/** A clock that stands still until told. */
export class TestClock implements Clock {
  constructor(private at = new Date('2026-11-22T10:00:00Z')) {}
  now(): Date {
    return new Date(this.at)
  }
  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms)
  }
}

export interface TestDatabase {
  sql: Sql
  name: string
  /** Another pool on the same database, as another process would have. */
  connectAgain(): Sql
  drop(): Promise<void>
}

/** A migrated database of its own on the run's PostgreSQL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const socketFolder = inject('socketFolder')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = connect({ socketFolder, database: 'postgres', maxConnections: 1 })
  // Copies of one template must be made one after the other.
  await admin`select pg_advisory_lock(1)`
  await admin.unsafe(`create database ${name} template ${TEMPLATE}`)
  await admin.end()
  const pools: Sql[] = []
  const connectAgain = () => {
    const pool = connect({ socketFolder, database: name, maxConnections: 20 })
    pools.push(pool)
    return pool
  }
  return {
    sql: connectAgain(),
    name,
    connectAgain,
    drop: async () => void (await Promise.all(pools.map((pool) => pool.end({ timeout: 2 })))),
  }
}

/** Opens connections beforehand: on a cold pool, what is asked at once runs one after the other on the first connection. */
export async function warmPool(sql: Sql, connections = 16): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => sql`select pg_sleep(0.1)`))
}

export interface TestDeps extends Deps {
  readonly clock: TestClock
}

export const testDeps = (sql: Sql, overrides: Partial<Deps> = {}): TestDeps =>
  ({
    sql,
    clock: new TestClock(),
    randomBytes: platformRandomBytes,
    log: pino({ level: 'silent' }),
    publicUrl: 'http://127.0.0.1:3000',
    demo: true,
    sessionSecret: 'test secret of more than 32 characters',
    ...overrides,
  }) as TestDeps
