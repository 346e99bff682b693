import type { claims as source } from '../en/claims'
import type { Messages } from '../messages'

export const claims: Messages<typeof source> = {}
