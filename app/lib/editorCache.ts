/** What the service worker keeps, and how pages talk to it. Shared by both, so nothing of a library here. */

/** Pages and their scripts, for one account; the account's id follows. */
export const EDITOR_CACHE_PREFIX = 'beursvloer-editor:'

/** From an open editor to the service worker: keep this page with these files. */
export interface KeepMessage {
  type: 'keep'
  accountId: string
  /** Address of the editor page, path only. */
  page: string
  /** Paths below /assets/ that the page has loaded. */
  assets: string[]
}

export const isEditorPath = (pathname: string): boolean =>
  /^\/(nl|fr|en)\/organise\/[A-Za-z0-9_-]{1,64}\/(plan|programme)$/.test(pathname)

/** Forgets the editor pages kept on this device, but for those of one account. */
export async function clearEditorCaches(except?: string): Promise<void> {
  if (typeof caches === 'undefined') return
  for (const name of await caches.keys()) {
    if (name.startsWith(EDITOR_CACHE_PREFIX) && (!except || name !== EDITOR_CACHE_PREFIX + except))
      await caches.delete(name)
  }
}
