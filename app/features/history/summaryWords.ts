import { RECORD_KINDS, type RecordKind } from '#shared/document/records'
import { type ChangeSummary, HISTORY_OPS, type RecordChange } from '#shared/history/types'
import type { Translate } from '#shared/i18n/translator'
import type { Format } from '~/lib/format'

/** So many are named in a line of the list. */
const NAMED = 3

const NAMED_KINDS = ['booths', 'halls', 'sectors', 'stages', 'meetingPoints', 'talks'] as const
type NamedKind = (typeof NAMED_KINDS)[number]
const isNamedKind = (kind: RecordKind): kind is NamedKind => NAMED_KINDS.some((named) => named === kind)

/** `moved booths C03, C04 and 2 others and added a wall`: what stands after the name of the one who did it. */
export function summaryWords({ counts, records }: ChangeSummary, t: Translate, format: Format): string {
  const phrases = HISTORY_OPS.flatMap((op) => {
    const things = RECORD_KINDS.flatMap((kind) => {
      const count = counts[kind]?.[op] ?? 0
      if (count === 0) return []
      const named = records.filter((record) => record.kind === kind && record.op === op)
      return [thingsWords(kind, count, named, t, format)]
    })
    return things.length > 0 ? [t(`history:ops.${op}`, { things: format.list(things) })] : []
  })
  return phrases.length > 0 ? format.list(phrases) : t('history:log.nothingSeen')
}

type Named = Pick<RecordChange, 'kind' | 'name'>

/** `a wall`, `hall “North”`: one record, for lists of their own. */
export const thingWords = (record: Named, t: Translate, format: Format): string =>
  thingsWords(record.kind, 1, [record], t, format)

/** `booths C03, C04 and 2 others`, `a wall`: things of one kind. `most`: more names than these are a number. */
export function thingsWords(
  kind: RecordKind,
  count: number,
  records: readonly Named[],
  t: Translate,
  format: Format,
  most = NAMED,
): string {
  const names = records.flatMap(({ name }) => {
    if (name === null) return []
    const text = typeof name === 'string' ? name : format.text(name)
    return [kind === 'talks' ? t('history:quoted', { title: text }) : text]
  })
  if (!isNamedKind(kind) || names.length === 0) return t(`history:counted.${kind}`, { count })
  // One left over would take as much room as its name.
  const shown = names.slice(0, names.length === count && count <= most + 1 ? most + 1 : most)
  const rest = count - shown.length
  const all = rest > 0 ? [...shown, t('history:more', { count: rest })] : shown
  return t(`history:named.${kind}`, { count, names: format.list(all) })
}
