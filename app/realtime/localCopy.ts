import { IndexeddbPersistence } from 'y-indexeddb'
import type { FairDocument } from '#shared/document/fairDocument'
import { localCopyName, readWaiting, rememberLocalCopy, WAITING_PREFIX } from '~/lib/localCopies'
import { openReturnNotes, type ReturnNotes } from './returnNotes'

/** State vector up to which the server is known to have everything. */
const CONFIRMED_KEY = 'confirmed'
const CONFIRMED_DELAY_MS = 1000

/** The document on this device, for working without a network. */
export interface LocalCopy {
  /** Changes that earlier visits left unsent. */
  readonly restored: number
  /** What the server is known to have; null when nothing is known. */
  readonly confirmed: Uint8Array | null
  /** Origin of the transactions by which the copy fills the document. */
  readonly origin: unknown
  /** For coming back to what others did meanwhile. */
  readonly notes: ReturnNotes
  setWaiting(changes: number): void
  setConfirmed(stateVector: Uint8Array): void
  /** Takes the copy off the device, for a fresh start from the server. */
  clear(): Promise<void>
  destroy(): Promise<void>
}

export interface LocalCopyOptions {
  accountId: string
  fairId: string
  doc: FairDocument
  /** Called when something could not be kept (disk full, storage taken away). */
  onFailure: () => void
}

/** Null where the browser keeps nothing (private windows of some, storage refused). Resolves once the copy is loaded. */
export async function openLocalCopy({
  accountId,
  fairId,
  doc,
  onFailure,
}: LocalCopyOptions): Promise<LocalCopy | null> {
  const name = localCopyName(accountId, fairId)
  if (!(await canStore())) return null
  const persistence = new IndexeddbPersistence(name, doc)
  await persistence.whenSynced
  const db = persistence.db
  if (!db) return null
  rememberLocalCopy(name)
  const earlier = await readWaiting(db)
  const confirmed: unknown = await persistence.get(CONFIRMED_KEY)
  const ownKey = `${WAITING_PREFIX}${doc.clientID}`
  let written = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const keep = (work: () => Promise<unknown>) => {
    if (!closed) void work().catch(onFailure)
  }

  const notes = await openReturnNotes(db, doc.clientID, keep)

  return {
    notes,
    restored: [...earlier.values()].reduce((total, changes) => total + changes, 0),
    confirmed: confirmed instanceof ArrayBuffer ? new Uint8Array(confirmed) : null,
    origin: persistence,
    setWaiting(changes) {
      if (changes === 0 && earlier.size > 0) {
        // What earlier visits left is on the server now, unless such a window is open and has gone on since.
        const settled = [...earlier]
        earlier.clear()
        for (const [key, value] of settled) {
          keep(async () => (await persistence.get(key)) === value && persistence.del(key))
        }
      }
      const own = Math.max(0, changes - [...earlier.values()].reduce((total, value) => total + value, 0))
      if (own === written) return
      written = own
      keep(() => (own === 0 ? persistence.del(ownKey) : persistence.set(ownKey, own)))
    },
    setConfirmed(stateVector) {
      clearTimeout(timer)
      timer = setTimeout(
        () => keep(() => persistence.set(CONFIRMED_KEY, stateVector.slice().buffer)),
        CONFIRMED_DELAY_MS,
      )
    },
    async clear() {
      closed = true
      clearTimeout(timer)
      await persistence.clearData()
    },
    async destroy() {
      closed = true
      clearTimeout(timer)
      await persistence.destroy()
    },
  }
}

/** Asked with a database of its own: the library would leave a failure to the console. */
async function canStore(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('beursvloer-probe')
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = () => resolve(false)
    } catch {
      // Some browsers throw instead of failing the request when storage is switched off.
      resolve(false)
    }
  })
}
