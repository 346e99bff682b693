import type { Remark } from '#shared/exchange/schedule/types'
import { errorSentence } from '#shared/i18n/sentence'
import type { Failure } from '~/services/answer.server'

/** Codes come from closed lists; the catalogues' tests check that each has its sentence. */
type Loose = (key: string, params?: Record<string, unknown>) => string
type Words = (...args: never[]) => unknown

export const remarkSentence = (translate: Words, { code, count, params }: Remark): string =>
  (translate as Loose)(`formats:remarks.${code}`, { count, ...params })

/** Why a file was refused, said of the file where that is known. */
export const refusalSentence = (translate: Words, failure: Failure): string =>
  failure.code === 'SCHEDULE_REFUSED'
    ? (translate as Loose)(`formats:refusals.${String(failure.params.refusal)}`, failure.params)
    : errorSentence(translate, failure)

const FIELDS = new Set([
  ...['title', 'abstract', 'kind', 'state', 'sectorId', 'language', 'speakerIds', 'slot', 'audience', 'seats', 'needs'],
  ...['prerequisiteId', 'removed', 'guid', 'carried', 'capacity', 'name', 'place', 'outline'],
])

/** Names of fields for people, each once. */
export function fieldNames(translate: Words, fields: readonly string[]): string[] {
  const names = fields.map((field) => {
    const known = field.startsWith('slot:') ? 'slot' : field
    return (translate as Loose)(`imports:fields.${FIELDS.has(known) ? known : 'other'}`)
  })
  return [...new Set(names)]
}
