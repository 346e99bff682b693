import type { Deps } from '#server/deps'
import { closeSession, openSession, readSession } from './accounts/sessions'

/** Every use-case, bound to what it leans on, by subject. */
export function createServices(deps: Deps) {
  return {
    accounts: {
      openSession: openSession(deps),
      readSession: readSession(deps),
      closeSession: closeSession(deps),
    },
  }
}

export type Services = ReturnType<typeof createServices>
