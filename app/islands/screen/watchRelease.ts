import { find } from '../visit/elements'

export interface ReleaseWatch {
  /** The page's main element as it is now. */
  current(): HTMLElement
  /** Asks the server for the page anew and takes over what changed. */
  check(): Promise<void>
  /** When the server was last heard, and whether the last try reached it. */
  checked(): { at: number; reached: boolean }
  /** Milliseconds since 1970 by the server's clock as far as it is known: monitors' own are often wrong. */
  now(): number
}

const TIMEOUT_MS = 20_000

/** Keeps the page at the latest release without ever leaving it: a reload without a network would show nothing at all. */
export function watchRelease(first: HTMLElement): ReleaseWatch {
  let root = first
  let offset = 0
  let at = Date.now()
  let reached = true
  const now = () => Date.now() + offset

  async function check(): Promise<void> {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
      (response) => (response.ok ? response : null),
      // No network: the line at the bottom says so.
      () => null,
    )
    if (!answer) {
      reached = false
      return
    }
    const told = Date.parse(answer.headers.get('date') ?? '')
    if (Number.isFinite(told)) offset = told - Date.now()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = find(page, '[data-screen]')
    reached = next !== null
    if (!next) return
    at = now()
    if (scriptOf(page) !== scriptOf(document)) location.reload()
    else if (next.dataset.screen !== root.dataset.screen) {
      const taken = document.adoptNode(next)
      root.replaceWith(taken)
      root = taken
    }
  }

  return { current: () => root, check, checked: () => ({ at, reached }), now }
}

/** Another script: the app itself is a newer one. */
const scriptOf = (page: Document): string | null =>
  page.querySelector('script[type="module"]')?.getAttribute('src') ?? null
