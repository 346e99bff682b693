import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { isVisitData, isVisitPath, type KeepVisitMessage, VISIT_CACHE_PREFIX } from '~/lib/visitCache'
import { asKeptCopy, keptAt, stamped } from './keptCopy'
import { type FetchEvent, worker } from './worker'

/** Nobody in a hall waits longer for a page that the phone has. */
const PATIENCE_MS = 3000
/** A fair of several days, its plan, and more talks than one can attend. */
const MAX_PAGES = 120
const MAX_ASSETS = 60
const AT_ONCE = 3

/** Network first. Where it fails or takes too long: the copy that was kept, which says how old it is. */
export async function visitPage(event: FetchEvent, url: URL, network: Promise<Response>): Promise<Response> {
  const found = await findKept(url)
  const refreshed = network.then(async (answer) => {
    if (found) await refresh(found.cache, url, answer.clone())
    return answer
  })
  if (!found) return refreshed
  event.waitUntil(refreshed.catch(() => {}))
  const answer = await inTime(refreshed)
  return answer && answer.status < 500 ? answer : await asKeptCopy(found.kept, Date.now())
}

/** The agenda: as pages, but whoever reads it has its own words for its age. */
export async function visitData(event: FetchEvent, url: URL): Promise<Response> {
  const network = fetch(event.request)
  const found = await findKept(url)
  if (!found) return network
  event.waitUntil(network.catch(() => {}))
  const answer = await inTime(network)
  return answer?.ok ? answer : found.kept
}

/** Null when it failed or was not there in time. */
const inTime = (network: Promise<Response>): Promise<Response | null> =>
  Promise.race([
    network.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
  ])

interface Found {
  cache: Cache
  kept: Response
}

/** The very page, or the same day without what was searched, or the page as it opens. */
async function findKept(url: URL): Promise<Found | null> {
  const day = url.searchParams.get('day')
  const addresses = [
    url.pathname + url.search,
    ...(day ? [`${url.pathname}?${new URLSearchParams({ day })}`] : []),
    url.pathname,
  ]
  for (const name of await caches.keys()) {
    if (!name.startsWith(VISIT_CACHE_PREFIX)) continue
    const cache = await caches.open(name)
    for (const address of addresses) {
      const kept = await cache.match(address)
      if (kept) return { cache, kept }
    }
  }
  return null
}

/** What was just read replaces what is kept of it; what is gone is kept no longer. */
async function refresh(cache: Cache, url: URL, answer: Response): Promise<void> {
  const address = url.pathname + url.search
  if (!(await cache.match(address))) return
  if (answer.ok && answer.type === 'basic') await cache.put(address, stamped(answer, await answer.text(), Date.now()))
  else if (answer.status < 500) await cache.delete(address)
}

/** Keeps the pages that are not kept yet; all of them anew where the fair has published since. */
export async function keepVisit({ account, agenda, pages, assets }: KeepVisitMessage): Promise<void> {
  const answer = await fetch(agenda, { credentials: 'same-origin' })
  if (!answer.ok) return
  const cache = await caches.open(VISIT_CACHE_PREFIX + account)
  const before = await cache.match(agenda)
  const isNew = before?.headers.get('ETag') !== answer.headers.get('ETag')
  const needed = new Set(assets)
  const missing = isNew ? pages : await absent(cache, pages)
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    await Promise.all(missing.slice(at, at + AT_ONCE).map((address) => keepPage(cache, address, account, needed)))
  }
  for (const file of await absent(cache, [...needed])) {
    const asset = await fetch(file)
    if (asset.ok) await cache.put(file, stamped(asset, await asset.blob(), Date.now()))
  }
  // Last: had anything before it failed, the next page that is opened would try again.
  await cache.put(agenda, stamped(answer, await answer.text(), Date.now()))
  await prune(cache)
}

async function absent(cache: Cache, addresses: readonly string[]): Promise<string[]> {
  const kept = await Promise.all(addresses.map((address) => cache.match(address)))
  return addresses.filter((_address, index) => !kept[index])
}

async function keepPage(cache: Cache, address: string, account: string, needed: Set<string>): Promise<void> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok || answer.redirected || answer.headers.get(ACCOUNT_HEADER) !== account) {
    if (answer.status < 500) await cache.delete(address)
    return
  }
  const body = await answer.text()
  for (const [, file] of body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) if (file) needed.add(file)
  await cache.put(address, stamped(answer, body, Date.now()))
}

/** The oldest go first. */
async function prune(cache: Cache): Promise<void> {
  const entries = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const kept = await cache.match(request)
      return { request, at: kept ? keptAt(kept) : 0, path: new URL(request.url).pathname }
    }),
  )
  const oldestFirst = entries.sort((a, b) => a.at - b.at)
  const assets = oldestFirst.filter(({ path }) => path.startsWith('/assets/'))
  const pages = oldestFirst.filter(({ path }) => isVisitPath(path))
  const surplus = [
    ...assets.slice(0, Math.max(0, assets.length - MAX_ASSETS)),
    ...pages.slice(0, Math.max(0, pages.length - MAX_PAGES)),
  ]
  for (const { request } of surplus) await cache.delete(request)
}

export function isKeepVisit(data: unknown): data is KeepVisitMessage {
  if (typeof data !== 'object' || data === null) return false
  const { type, account, agenda, pages, assets } = data as Partial<KeepVisitMessage>
  const path = (address: unknown) =>
    typeof address === 'string' && address.startsWith('/') ? new URL(address, worker.location.origin).pathname : ''
  return (
    type === 'keepVisit' &&
    typeof account === 'string' &&
    isVisitData(path(agenda)) &&
    Array.isArray(pages) &&
    pages.every((page) => isVisitPath(path(page))) &&
    Array.isArray(assets) &&
    assets.every((file) => path(file).startsWith('/assets/'))
  )
}
