import type { exhibitors as source } from '../en/exhibitors'
import type { Messages } from '../messages'

export const exhibitors: Messages<typeof source> = {}
