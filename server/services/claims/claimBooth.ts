import type { Deps } from '#server/deps'
import { takeBooth } from './takeBooth'

/** Asks for a booth: from nothing, or from the exhibitor's own hold. */
export const claimBooth = (deps: Deps) => takeBooth(deps, 'claim')
