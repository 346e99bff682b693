import type { releases as source } from '../en/releases'
import type { Messages } from '../messages'

export const releases: Messages<typeof source> = {}
