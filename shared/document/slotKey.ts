/** `slot` holds the first (mostly the only) one, `slot:<id>` each repetition: one register each. */
export type SlotKey = 'slot' | `slot:${string}`
export const REPEAT_KEY = /^slot:[A-Za-z0-9_-]{1,64}$/
/** Apart from the record's schema: visitors' small scripts know keys and no library. */
export const isSlotKey = (key: string): key is SlotKey => key === 'slot' || REPEAT_KEY.test(key)
