/**
 * The copies of fairs that this browser keeps for working offline: one IndexedDB database (made by y-indexeddb) for each
 * account and fair. No library here: pages without React read it too.
 */
const PREFIX = 'beursvloer:'
/** Not every browser can list its databases: this list stands in. */
const LIST_KEY = `${PREFIX}copies`
/** y-indexeddb's store for values of the application's own. */
export const CUSTOM_STORE = 'custom'
/** `waiting/<client id>`: changes of that window which the server has not confirmed. */
export const WAITING_PREFIX = 'waiting/'

export const localCopyName = (accountId: string, fairId: string): string => `${PREFIX}${accountId}:${fairId}`

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function rememberedNames(): string[] {
  const stored: unknown = JSON.parse(localStorage.getItem(LIST_KEY) ?? '[]')
  return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : []
}

export function rememberLocalCopy(name: string): void {
  localStorage.setItem(LIST_KEY, JSON.stringify([...new Set([...rememberedNames(), name])]))
}

/** Names of the copies that belong to the account. */
async function localCopiesOf(accountId: string): Promise<string[]> {
  const listed = typeof indexedDB.databases === 'function' ? await indexedDB.databases() : null
  const names = listed ? listed.flatMap(({ name }) => name ?? []) : rememberedNames()
  return names.filter((name) => name.startsWith(localCopyName(accountId, '')))
}

/** Waiting changes by the window that made them. */
export async function readWaiting(db: IDBDatabase): Promise<Map<string, number>> {
  if (!db.objectStoreNames.contains(CUSTOM_STORE)) return new Map()
  const store = db.transaction(CUSTOM_STORE).objectStore(CUSTOM_STORE)
  const range = IDBKeyRange.bound(WAITING_PREFIX, `${WAITING_PREFIX}\uffff`)
  const [keys, values] = await Promise.all([settled(store.getAllKeys(range)), settled(store.getAll(range))])
  return new Map(keys.map((key, index) => [String(key), Number(values[index]) || 0]))
}

/** Changes that wait in one copy; opening one that is not there must not make it. */
export async function waitingChangesIn(name: string): Promise<number> {
  const request = indexedDB.open(name)
  request.onupgradeneeded = () => request.transaction?.abort()
  const db = await settled(request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  })
  if (!db) return 0
  const waiting = await readWaiting(db)
  db.close()
  return [...waiting.values()].reduce((total, changes) => total + changes, 0)
}

/** How many changes of the account have not reached the server, over all of its copies. */
export async function waitingChangesOf(accountId: string): Promise<number> {
  let total = 0
  for (const name of await localCopiesOf(accountId)) total += await waitingChangesIn(name)
  return total
}

/** Windows that have a copy open let go of it; where one does not, the browser deletes as soon as it is closed. */
export async function clearLocalCopiesOf(accountId: string): Promise<void> {
  const names = await localCopiesOf(accountId)
  await Promise.all(
    names.map(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name)
          request.onsuccess = () => resolve()
          request.onblocked = () => resolve()
          request.onerror = () => reject(request.error)
        }),
    ),
  )
  localStorage.setItem(LIST_KEY, JSON.stringify(rememberedNames().filter((name) => !names.includes(name))))
}
