import type { Deps } from '#server/deps'
import { projectFair } from '#server/services/documents/projectFairs'

const followers = new WeakMap<Deps, (fairId: string) => Promise<void>>()

/** Lets rows of booths and talks catch up with the document before they are relied on; next to nothing where they already have. One for all use-cases. */
export function followDocument(deps: Deps): (fairId: string) => Promise<void> {
  const follow = followers.get(deps) ?? projectFair(deps)
  followers.set(deps, follow)
  return follow
}
