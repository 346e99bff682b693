import type { team as source } from '../en/team'
import type { Messages } from '../messages'

export const team: Messages<typeof source> = {}
