import type { KeepVisitMessage } from '~/lib/visitCache'

/** As many starred talks as one can attend. */
const MAX_TALKS = 60
/** A star that is tapped by mistake is taken back sooner. */
const SETTLED_MS = 1500

export interface Keeping {
  slug: string
  /** For whom the page was made; '' for nobody. */
  account: string
  /** Talks whose pages are wanted, the most wanted first. */
  talkIds: readonly string[]
}

/**
 * Has the service worker keep this fair for a hall with bad reception: its programme, its plan, the pages of starred talks and
 * what one keeps of it. Not in development, nor on plain http other than localhost: there is no service worker; and not from
 * what is itself a copy. Returns what to call when something else is wanted.
 */
export function keepForLater(wanted: () => Keeping): () => void {
  const isBuilt = new URL(import.meta.url).pathname.startsWith('/assets/')
  if (!('serviceWorker' in navigator) || !isBuilt || isKeptCopy()) return () => {}
  const send = async () => {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    const { slug, account, talkIds } = wanted()
    const fair = `/${document.documentElement.lang}/fairs/${slug}`
    active?.postMessage({
      type: 'keepVisit',
      account,
      agenda: `${fair}/agenda`,
      pages: pagesOf(fair, talkIds),
      assets: loadedAssets(),
    } satisfies KeepVisitMessage)
  }
  let settled: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(settled)
    settled = setTimeout(() => void send(), SETTLED_MS)
  }
  // Fonts and pictures are loaded by then, and nothing that the reader waits for is held up.
  if (document.readyState === 'complete') soon()
  else window.addEventListener('load', soon)
  return soon
}

/** This page was not fetched just now: the service worker had kept it. */
export const isKeptCopy = (): boolean => document.querySelector('.kept-copy:not([hidden])') !== null

function pagesOf(fair: string, talkIds: readonly string[]): string[] {
  const days = [...document.querySelectorAll<HTMLElement>('[data-day-tab]')].map(({ dataset }) => dataset.dayTab ?? '')
  return [
    ...new Set([
      `${fair}/programme`,
      `${fair}/plan`,
      `${fair}/my-programme`,
      ...days.map((day) => `${fair}/programme?${new URLSearchParams({ day })}`),
      ...talkIds.slice(0, MAX_TALKS).map((talkId) => `${fair}/talks/${talkId}`),
    ]),
  ]
}

const loadedAssets = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
      .map(({ pathname }) => pathname),
  ),
]
