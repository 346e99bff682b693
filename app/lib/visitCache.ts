/** What the service worker keeps of a fair for a visitor, and how pages talk to it. Shared by both, so nothing of a library here. */

/** Pages, data and files, for one account; its id follows, nothing for visitors without one. */
export const VISIT_CACHE_PREFIX = 'beursvloer-visit:'

/** From an open page to the service worker: keep these for when there is no reception. */
export interface KeepVisitMessage {
  type: 'keepVisit'
  /** For whom the page was made. */
  account: string
  /** Address of the fair's agenda: where that has changed, everything kept is fetched anew. */
  agenda: string
  /** Addresses of pages, path and search. */
  pages: string[]
  /** Paths below /assets/ that the page has loaded. */
  assets: string[]
}

const FAIR = String.raw`^\/(nl|fr|en)\/fairs\/[a-z0-9-]{1,200}\/`
const PAGES = new RegExp(`${FAIR}(programme|plan|my-programme|talks\\/[A-Za-z0-9_-]{1,64})$`)
const DATA = new RegExp(`${FAIR}agenda$`)

/** Pages that are kept, once opened. */
export const isVisitPath = (pathname: string): boolean => PAGES.test(pathname)
export const isVisitData = (pathname: string): boolean => DATA.test(pathname)

/** Forgets what was kept for other accounts; without one named, all of it. */
export async function clearVisitCaches(except?: string): Promise<void> {
  if (typeof caches === 'undefined') return
  for (const name of await caches.keys()) {
    if (name.startsWith(VISIT_CACHE_PREFIX) && (except === undefined || name !== VISIT_CACHE_PREFIX + except))
      await caches.delete(name)
  }
}
