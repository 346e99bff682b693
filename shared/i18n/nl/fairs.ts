import type { fairs as source } from '../en/fairs'
import type { Messages } from '../messages'

export const fairs: Messages<typeof source> = {}
