import type { Deps } from '#server/deps'
import { takeBooth } from './takeBooth'

/** Keeps a booth for an exhibitor until the fair's hold time is over. */
export const holdBooth = (deps: Deps) => takeBooth(deps, 'hold')
