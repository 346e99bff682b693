/** What a route says of itself in its `handle`. */
export interface PageHandle {
  /** false: server-rendered HTML and no React in the browser. */
  hydrate?: boolean
  /** Small scripts of app/islands that the page loads when it does not hydrate. */
  islands?: readonly string[]
}

/** The innermost route that says something decides. */
export function pageOf(matches: readonly { handle?: unknown }[]): { hydrate: boolean; islands: readonly string[] } {
  const handles = matches
    .map((match) => match.handle as PageHandle | undefined)
    .filter((handle) => handle !== undefined)
  const decided = handles.findLast((handle) => handle.hydrate !== undefined)
  return { hydrate: decided?.hydrate ?? true, islands: decided?.islands ?? [] }
}
