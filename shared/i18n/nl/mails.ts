import type { mails as source } from '../en/mails'
import type { Messages } from '../messages'

export const mails: Messages<typeof source> = {}
