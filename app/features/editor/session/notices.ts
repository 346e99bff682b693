import { createValue, type Value } from '~/lib/value'

/** What any editor of a fair's document may have to say: `editor:messages.<code>`. */
export type LiveNoticeCode = 'tooLarge' | 'repairedBooths' | 'repairedHalls' | 'copyFailing'

export type NoticeParams = Readonly<Record<string, string | number>>

/** Something to tell the person; each editor has the words for its codes. */
export interface Notice<Code extends string> {
  id: number
  code: Code
  params: NoticeParams
}

export interface Notices<Code extends string> extends Pick<Value<readonly Notice<Code>[]>, 'current' | 'subscribe'> {
  say(code: Code, params?: NoticeParams): void
  dismiss(id: number): void
}

/** Older ones give way. */
const MAX_SHOWN = 3

export function createNotices<Code extends string>(): Notices<Code> {
  const value = createValue<readonly Notice<Code>[]>([])
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
