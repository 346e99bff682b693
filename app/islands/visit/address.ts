/** What of the page's state stands in its address. */
export type PlanParam = 'q' | 'sector' | 'status' | 'booth' | 'view'

/** Writes changes into the address, without a step in the history; null takes a part away. Links to the same page follow. */
export function writeAddress(change: Partial<Record<PlanParam, string | null>>): void {
  const url = new URL(location.href)
  apply(url, change)
  history.replaceState(history.state, '', url)
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    '[data-hall-tab], [data-other-hall], .lang-switch a',
  )) {
    const target = new URL(link.href)
    const kept = { ...change }
    // A booth of this hall is in no other one.
    if (!link.closest('.lang-switch')) delete kept.booth
    apply(target, kept)
    link.href = target.href
  }
}

function apply(url: URL, change: Partial<Record<PlanParam, string | null>>): void {
  for (const [name, value] of Object.entries(change)) {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  }
}
