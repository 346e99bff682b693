import type { editor as source } from '../en/editor'
import type { Messages } from '../messages'

export const editor: Messages<typeof source> = {}
