import type { accounts as source } from '../en/accounts'
import type { Messages } from '../messages'

export const accounts: Messages<typeof source> = {}
