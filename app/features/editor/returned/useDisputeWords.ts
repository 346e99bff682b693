import { useTranslation } from 'react-i18next'
import type { RecordKey } from '#shared/document/records'
import type { Dispute, RemovalDispute, Side } from '#shared/merge/dispute'
import { type Part, partOf, unitNamed } from '#shared/merge/units'
import { useLanguageName } from '~/features/exhibitors/LanguageChecks'
import { useEquipmentName } from '~/features/programme/panels/parts/EquipmentField'
import { useFormat } from '~/lib/format'
import { useLive } from '../useLive'
import type { MergeNames } from './useMergeNames'
import { nameIn, type ValueContext, valueLines } from './valueWords'

/** Of what hangs on a record so many are named. */
const NAMED = 3

/** Everything that is said of a dispute, in the reader's language. */
export function useDisputeWords(names: MergeNames) {
  const { t } = useTranslation(['merge', 'talks', 'editor', 'exhibitors'])
  const format = useFormat()
  const { data, returned } = useLive()
  const context: ValueContext = {
    t,
    format,
    names,
    timeZone: data.timeZone,
    read: (kind, id) => returned.read({ kind, id }),
    equipmentName: useEquipmentName(),
    languageName: useLanguageName(),
  }

  const fieldName = (unit: string): string => {
    if (unit.startsWith('slot:')) return t('merge:fields.repeat')
    return isField(unit) ? t(`merge:fields.${unit}`) : t('merge:fields.other')
  }
  const nameOf = (key: RecordKey): string => {
    const record = returned.read(key)
    const name = record && nameIn(record, format)
    return name ?? t(`merge:kinds.${key.kind}`)
  }
  const usesText = ({ uses }: RemovalDispute) => {
    const named = uses.slice(0, NAMED).map((key) => nameOf(key))
    const rest = uses.length - named.length
    return t('merge:removal.uses', {
      names: format.list([...named, ...(rest > 0 ? [t('merge:removal.more', { count: rest })] : [])]),
    })
  }
  const removalLines = (dispute: RemovalDispute, side: Side): string[] => {
    if (side === dispute.removedBy) return [t('merge:removal.removed')]
    const { kind, edited, edits, uses } = dispute
    const changes = edited.map(
      (unit) => `${fieldName(unit)}: ${valueLines(kind, unit, edits, [edits], context).join(', ')}`,
    )
    if (changes.length > 0) return [t('merge:removal.keptWith'), ...changes]
    return [uses.length > 0 ? usesText(dispute) : t('merge:removal.kept')]
  }

  return {
    t,
    kindName: ({ kind }: RecordKey) => t(`merge:kinds.${kind}`),
    /** After its kind; what has no name is told by where it is. */
    recordName: (dispute: Dispute): string => {
      const record = returned.read(dispute) ?? dispute.record
      const hall = typeof record.hallId === 'string' ? returned.read({ kind: 'halls', id: record.hallId }) : null
      const hallName = hall && nameIn(hall, format)
      return nameIn(record, format) ?? (hallName ? t('merge:inHall', { hall: hallName }) : '')
    },
    legend: (dispute: Dispute) => (dispute.type === 'removal' ? t('merge:removal.legend') : fieldName(dispute.unit)),
    /** Lines of one side, or of what is now. */
    lines: (dispute: Dispute, side: Side | 'other'): string[] => {
      const now = returned.read(dispute)
      if (dispute.type === 'removal') {
        return side === 'other' ? [t('merge:removal.kept')] : removalLines(dispute, side)
      }
      const nowPart: Part = partOf(now, unitNamed(dispute.kind, dispute.unit))
      const part = side === 'other' ? nowPart : dispute[side]
      return valueLines(dispute.kind, dispute.unit, part, [dispute.mine, dispute.theirs, nowPart], context)
    },
    author: ({ by }: Dispute): string => {
      const accountId = by && (by.accountId ?? names.writers[by.client])
      if (!accountId) return t('merge:somebody')
      return accountId === data.accountId ? t('merge:youElsewhere') : (names.team.get(accountId) ?? t('merge:somebody'))
    },
  }
}

export type DisputeWords = ReturnType<typeof useDisputeWords>

const FIELDS = [
  'place',
  'hallId',
  'number',
  'sectorId',
  'name',
  'outline',
  'round',
  'kind',
  'code',
  'tint',
  'capacity',
  'equipment',
  'availability',
  'title',
  'abstract',
  'state',
  'language',
  'speakerIds',
  'audience',
  'seats',
  'needs',
  'prerequisiteId',
  'slot',
  'carried',
  'reason',
] as const
const isField = (unit: string): unit is (typeof FIELDS)[number] => (FIELDS as readonly string[]).includes(unit)
