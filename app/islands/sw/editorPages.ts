import { ACCOUNT_HEADER } from '#shared/protocol/pages'
import { EDITOR_CACHE_PREFIX, isEditorPath, type KeepMessage } from '~/lib/editorCache'

/** Under this address (which no page has) the cache keeps which files a page needs. */
const FILES = '/__files'
const filesOf = (page: string) => `${FILES}${page}`

/** Network first: the shell of an editor as it was last kept, where there is no network. */
export async function editorPage(pathname: string, network: Promise<Response>): Promise<Response> {
  let answer: Response
  try {
    answer = await network
  } catch (error) {
    const kept = await caches.match(pathname)
    if (kept) return kept
    throw error
  }
  await refresh(pathname, answer)
  return answer
}

async function refresh(pathname: string, answer: Response): Promise<void> {
  const account = answer.headers.get(ACCOUNT_HEADER)
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

/** Keeps a page that is open with the files that it has loaded, and lets go of files that no kept page needs. */
export async function keepEditor({ accountId, page: pathname, assets }: KeepMessage): Promise<void> {
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

export function isKeepEditor(data: unknown): data is KeepMessage {
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
