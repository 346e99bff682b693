/**
 * Keeps the editor's shell, so that a reload without a network opens the plan that this device has.
 * Network first for editor pages, cache first for their hashed files, everything else goes its way.
 */
import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { clearEditorCaches, EDITOR_CACHE_PREFIX, isEditorPath, type KeepMessage } from '~/lib/editorCache'

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WaitingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerEvents {
  install: WaitingEvent
  activate: WaitingEvent
  fetch: FetchEvent
  message: WaitingEvent & { readonly data: unknown }
}
interface Worker {
  addEventListener<K extends keyof WorkerEvents>(type: K, listener: (event: WorkerEvents[K]) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
}
const worker = globalThis as unknown as Worker

/** Under this address (which no page has) the cache keeps which files a page needs. */
const FILES = '/__files'
const filesOf = (page: string) => `${FILES}${page}`

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromCacheFirst(request))
  else if (request.mode === 'navigate') event.respondWith(page(request, url.pathname))
})

worker.addEventListener('message', (event) => {
  if (isKeep(event.data)) event.waitUntil(keep(event.data))
})

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** Every page passes here, since each tells who is signed in now: what another account kept goes. */
async function page(request: Request, pathname: string): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(request)
  } catch (error) {
    const kept = isEditorPath(pathname) ? await caches.match(pathname) : undefined
    if (kept) return kept
    throw error
  }
  const account = answer.headers.get(ACCOUNT_HEADER)
  if (account !== null) await forgetOthers(account)
  if (isEditorPath(pathname)) await refresh(pathname, account, answer)
  return answer
}

async function refresh(pathname: string, account: string | null, answer: Response): Promise<void> {
  if (answer.ok && answer.type === 'basic' && account) {
    const cache = await caches.open(EDITOR_CACHE_PREFIX + account)
    if (await cache.match(pathname)) await cache.put(pathname, answer.clone())
  } else if (answer.status < 500) {
    // Refused, or led elsewhere (to the sign-in page, as an opaque redirect of status 0): nobody may open it any more.
    for (const name of await caches.keys()) {
      if (!name.startsWith(EDITOR_CACHE_PREFIX)) continue
      const cache = await caches.open(name)
      await Promise.all([cache.delete(pathname), cache.delete(filesOf(pathname))])
    }
  }
}

async function forgetOthers(account: string): Promise<void> {
  if (account === '') return clearEditorCaches()
  for (const name of await caches.keys()) {
    if (name.startsWith(EDITOR_CACHE_PREFIX) && name !== EDITOR_CACHE_PREFIX + account) await caches.delete(name)
  }
}

/** Keeps a page that is open with the files that it has loaded, and lets go of files that no kept page needs. */
async function keep({ accountId, page: pathname, assets }: KeepMessage): Promise<void> {
  const answer = await fetch(pathname, { credentials: 'same-origin' })
  if (!answer.ok || answer.redirected || answer.headers.get(ACCOUNT_HEADER) !== accountId) return
  const cache = await caches.open(EDITOR_CACHE_PREFIX + accountId)
  const missing = await Promise.all(assets.map(async (file) => ((await cache.match(file)) ? [] : [file])))
  await cache.addAll(missing.flat())
  await cache.put(pathname, answer)
  await cache.put(filesOf(pathname), Response.json(assets))
  const needed = new Set<string>()
  const stored = (await cache.keys()).map((request) => new URL(request.url).pathname)
  for (const list of stored.filter((path) => path.startsWith(`${FILES}/`))) {
    const files = (await (await cache.match(list))?.json()) as string[] | undefined
    for (const file of files ?? []) needed.add(file)
  }
  for (const path of stored) if (path.startsWith('/assets/') && !needed.has(path)) await cache.delete(path)
}

function isKeep(data: unknown): data is KeepMessage {
  if (typeof data !== 'object' || data === null) return false
  const message = data as Partial<KeepMessage>
  return (
    message.type === 'keep' &&
    typeof message.accountId === 'string' &&
    typeof message.page === 'string' &&
    isEditorPath(message.page) &&
    Array.isArray(message.assets) &&
    message.assets.every((file) => typeof file === 'string' && file.startsWith('/assets/'))
  )
}
