import { KNOWN_EQUIPMENT } from '#shared/document/schedule'
import type { ConflictParams } from '#shared/programme/conflicts/conflictParams'
import type { Conflict } from '#shared/programme/conflicts/types'
import type { Translate } from './translator'

/** Keys are put together of a closed list; tests/unit/programme checks that each rule has its sentence. */
type Loose = (key: string, params?: object) => string
type AnyTranslate = Translate | Loose | ((...args: never[]) => unknown)

/** What is wrong, in a sentence of the reader's language. `params`: as conflictParams gives them in that language. */
export function conflictSentence(
  translate: AnyTranslate,
  { rule, missing }: Pick<Conflict, 'rule' | 'missing'>,
  params: ConflictParams,
): string {
  const t = translate as Loose
  return t(`conflicts:sentences.${rule}`, {
    ...params,
    missing: missing.map((name) => equipmentWord(t, name)).join(', '),
  })
}

/** What people wrote themselves stays as it is. */
const equipmentWord = (t: Loose, name: string): string =>
  (KNOWN_EQUIPMENT as readonly string[]).includes(name) ? t(`talks:equipment.${name}`).toLowerCase() : name
