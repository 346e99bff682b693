import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Sql } from '#server/db/client'
import { routeUpgrades } from '#server/http/upgradeRouter'
import { createServices } from '#server/services'
import { startSync } from '#server/sync/startSync'
import type { Actor } from '#shared/access/roles'
import type { AccountId } from '#shared/kernel/ids'
import { createAccount, createFair, createMember, sessionCookieFor } from '#tests/factories/fair'
import { type TestDeps, testDeps } from './testDeps'

export interface TestSync {
  /** `ws://127.0.0.1:port/sync` */
  url: string
  deps: TestDeps
  services: ReturnType<typeof createServices>
  stats: Awaited<ReturnType<typeof startSync>>['stats']
  cookieFor(actor: Pick<Actor, 'accountId'>): Promise<string>
  close(): Promise<void>
}

/** Live editing on a port of its own, as one process of the product has it. */
export async function startTestSync(sql: Sql, overrides: Partial<TestDeps> = {}): Promise<TestSync> {
  const deps = testDeps(sql, overrides)
  const services = createServices(deps)
  const sync = await startSync({ deps, services })
  const server = createServer()
  routeUpgrades(server, { sync: sync.upgrade, publicUrl: null, allowVite: false })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    deps,
    services,
    stats: sync.stats,
    cookieFor: (actor) => sessionCookieFor(deps, actor),
    close: async () => {
      await sync.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A fair with so many organisers, each with a cookie. */
export async function fairWithOrganisers(
  sync: TestSync,
  count: number,
  options: Parameters<typeof createFair>[1] = {},
) {
  const { sql } = sync.deps
  const fairId = await createFair(sql, options)
  const people: { accountId: AccountId; name: string; cookie: string }[] = []
  for (let n = 0; n < count; n++) {
    const actor = await createAccount(sql, { name: `Organiser ${n + 1}` })
    await createMember(sql, fairId, actor)
    people.push({ accountId: actor.accountId, name: actor.name, cookie: await sync.cookieFor(actor) })
  }
  return { fairId, people }
}
