import type { MessageCode } from '~/canvas/editor/types'
import { createValue, type Value } from '../value'

/** What the shell has to say beside what the editor says. */
export type NoticeCode = MessageCode | 'repairedBooths' | 'repairedHalls' | 'copyFailing'

/** Something to tell the person, in the words of `editor:messages.<code>`. */
export interface Notice {
  id: number
  code: NoticeCode
  params: Readonly<Record<string, string | number>>
}

export interface Notices extends Pick<Value<readonly Notice[]>, 'current' | 'subscribe'> {
  say(code: NoticeCode, params?: Notice['params']): void
  dismiss(id: number): void
}

/** Older ones give way. */
const MAX_SHOWN = 3

export function createNotices(): Notices {
  const value = createValue<readonly Notice[]>([])
  let nextId = 1
  return {
    get current() {
      return value.current
    },
    subscribe: value.subscribe,
    say(code, params = {}) {
      const others = value.current.filter((notice) => notice.code !== code)
      value.set([...others, { id: nextId++, code, params }].slice(-MAX_SHOWN))
    },
    dismiss(id) {
      value.set(value.current.filter((notice) => notice.id !== id))
    },
  }
}
