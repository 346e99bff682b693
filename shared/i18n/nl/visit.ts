import type { visit as source } from '../en/visit'
import type { Messages } from '../messages'

export const visit: Messages<typeof source> = {}
