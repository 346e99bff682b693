import type { demo as source } from '../en/demo'
import type { Messages } from '../messages'

export const demo: Messages<typeof source> = {}
