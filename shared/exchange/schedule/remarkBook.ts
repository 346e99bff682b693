import { MAX_EXAMPLES, REMARK_CODES, type Remark, type RemarkCode } from './types'

export type Tell = (code: RemarkCode, example?: string, params?: Record<string, string | number>) => void

const KIND_OF = new Map<RemarkCode, Remark['kind']>(
  (['unclear', 'leftOut'] as const).flatMap((kind) => REMARK_CODES[kind].map((code) => [code, kind] as const)),
)
const MAX_EXAMPLE_LENGTH = 80

/** Collects what is met while a file is read: the same thing in a thousand talks is one remark. */
export function remarkBook(): { tell: Tell; remarks: () => Remark[] } {
  const met = new Map<RemarkCode, Remark>()
  return {
    tell: (code, example, params = {}) => {
      const remark = met.get(code) ?? { kind: KIND_OF.get(code) ?? 'unclear', code, count: 0, examples: [], params }
      met.set(code, remark)
      remark.count++
      if (example && remark.examples.length < MAX_EXAMPLES && !remark.examples.includes(shortened(example)))
        remark.examples.push(shortened(example))
    },
    remarks: () => [...met.values()],
  }
}

const shortened = (text: string): string =>
  text.length > MAX_EXAMPLE_LENGTH ? `${text.slice(0, MAX_EXAMPLE_LENGTH - 1).toWellFormed()}…` : text
