import type { Deps } from './deps'
import { createServices } from './services'

/** Builds everything once; whoever needs a part is handed it. */
export function createContainer(deps: Deps) {
  return { deps, services: createServices(deps) }
}

export type Container = ReturnType<typeof createContainer>
