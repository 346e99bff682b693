import type { Change, Json, Patch, StoredFields } from '#shared/document/patch'
import { PLACED_KINDS, type RecordKey, type RecordKind } from '#shared/document/records'
import { isSlotKey } from '#shared/document/slotKey'
import type { BoothId } from '#shared/kernel/ids'
import { nameOf, type RecordName, recordName } from './moment'
import type { RestoreScope } from './scope'
import { changedFields, fieldOf } from './summarise'
import type { LeftReason, LeftRecord } from './types'
import { type Between, unreadableRecords, type Wanted, wantedRecords } from './wantedRecords'

export interface RestoreInput extends Between {
  scope: RestoreScope
  /** Whether somebody has the booth now. */
  isClaimed: (id: BoothId) => boolean
}

export interface RestoreWork {
  patch: Patch
  left: LeftRecord[]
}

/**
 * What makes the scope be as it was then, and nothing else: a change for each record that differs, in it only the fields that
 * do. Booths and talks go by a flag. What cannot be put back, or may not go, is left as it is now and listed.
 */
export function restoreWork(input: RestoreInput): RestoreWork {
  const plan = new Restoring(input)
  plan.keepClaimed()
  plan.keepWithoutGround()
  plan.keepUsed()
  return { patch: plan.patch(), left: plan.left }
}

const GROUND = { halls: 'hallGone', sectors: 'sectorGone', stages: 'stageGone' } as const satisfies Partial<
  Record<RecordKind, LeftReason>
>
type Ground = keyof typeof GROUND

class Restoring {
  readonly left: LeftRecord[] = []
  private readonly wanted: Map<RecordName, Wanted>

  constructor(private readonly input: RestoreInput) {
    this.wanted = new Map(wantedRecords(input, input.scope).map((record) => [recordName(record), record]))
    for (const key of unreadableRecords(input, input.scope)) this.leave(key, 'malformed')
  }

  /** Whoever has a booth keeps it. */
  keepClaimed(): void {
    for (const record of this.wanted.values()) {
      if (record.kind !== 'booths' || isThere(record.fields) || !isThere(this.present(record))) continue
      if (this.input.isClaimed(record.id as BoothId)) this.leave(record, 'claimed')
    }
  }

  /** What stood in a hall that is no more stays where it is now; a sector or a stage that is no more is left out. */
  keepWithoutGround(): void {
    for (const record of [...this.wanted.values()]) {
      if (!isThere(record.fields)) continue
      if (isPlaced(record.kind) && this.isLost('halls', record.fields.hallId)) {
        this.leave(record, 'hallGone')
        continue
      }
      const lost = Object.entries(record.fields).flatMap(([field, value]): [string, Ground][] => {
        if (field === 'sectorId') return this.isLost('sectors', value) ? [[field, 'sectors']] : []
        return isSlotKey(field) && Array.isArray(value) && this.isLost('stages', value[0]) ? [[field, 'stages']] : []
      })
      for (const [field, ground] of lost) this.keepField(record, field, GROUND[ground])
    }
  }

  /** Halls, stages and sectors that came since stay as long as something that stays leans on them. */
  keepUsed(): void {
    for (const kind of ['sectors', 'stages', 'halls'] as const) {
      const used = this.leantOn(kind)
      for (const record of [...this.wanted.values()])
        if (record.kind === kind && record.fields === null && this.present(record) && used.has(record.id))
          this.leave(record, 'used')
    }
  }

  patch(): Patch {
    return [...this.wanted.values()].flatMap((record) => changeTo(record, this.present(record)))
  }

  private present({ kind, id }: RecordKey): StoredFields | null {
    return this.input.now.stored[kind].get(id) ?? null
  }

  private leave(key: RecordKey, why: LeftReason): void {
    const { kind, id } = key
    this.wanted.delete(recordName(key))
    const name = nameOf(this.present(key) ?? this.input.past.stored[kind].get(id) ?? {})
    if (!this.left.some((other) => other.kind === kind && other.id === id && other.why === why))
      this.left.push({ kind, id, name, why })
  }

  /** The rest of the record is put back, this field stays as it is now, if it is. */
  private keepField(record: Wanted, field: string, why: LeftReason): void {
    const { fields: wanted } = this.wanted.get(recordName(record)) ?? record
    const { [field]: _lost, ...fields } = wanted as Record<string, Json>
    const present = this.present(record)?.[field]
    const kept = present === undefined || this.leansOnNothing(field, present) ? null : present
    const hasField = kept !== null || !field.startsWith('slot:')
    this.leave(record, why)
    this.wanted.set(recordName(record), { ...record, fields: hasField ? { ...fields, [field]: kept } : fields })
  }

  private leansOnNothing(field: string, value: Json): boolean {
    if (field === 'sectorId') return this.isLost('sectors', value)
    return Array.isArray(value) && this.isLost('stages', value[0])
  }

  /** It was there then, and will not be. What led nowhere then may lead nowhere again. */
  private isLost(kind: Ground, id: Json | undefined): boolean {
    const { past } = this.input
    if (typeof id !== 'string' || !past.plan[kind].has(id)) return false
    const stage = kind === 'stages' ? past.plan.stages.get(id) : undefined
    return (
      !this.willBe(kind, id) || (stage !== undefined && this.isLost('halls', this.fieldsAfter('stages', id)?.hallId))
    )
  }

  private willBe(kind: Ground, id: string): boolean {
    const wanted = this.wanted.get(recordName({ kind, id }))
    return wanted ? wanted.fields !== null : this.input.now.plan[kind].has(id)
  }

  private fieldsAfter(kind: RecordKind, id: string): StoredFields | null {
    const wanted = this.wanted.get(recordName({ kind, id }))
    return wanted ? wanted.fields : this.present({ kind, id })
  }

  /** Ids of the kind that records which stay as they are now refer to. */
  private leantOn(kind: Ground): Set<string> {
    const used = new Set<string>()
    const { now } = this.input
    const staying = (of: RecordKind) =>
      [...now.stored[of]].filter(
        ([id, fields]) => now.plan[of].has(id) && isThere(fields) && !this.wanted.has(recordName({ kind: of, id })),
      )
    const add = (value: Json | undefined) => void (typeof value === 'string' && used.add(value))
    if (kind === 'halls') for (const of of PLACED_KINDS) for (const [, fields] of staying(of)) add(fields.hallId)
    if (kind === 'sectors')
      for (const of of ['booths', 'talks'] as const) for (const [, fields] of staying(of)) add(fields.sectorId)
    if (kind === 'stages')
      for (const [, fields] of staying('talks'))
        for (const [key, slot] of Object.entries(fields)) if (isSlotKey(key) && Array.isArray(slot)) add(slot[0])
    return used
  }
}

const isThere = (fields: StoredFields | null): fields is StoredFields => fields !== null && fields.removed !== true
const isPlaced = (kind: RecordKind): boolean => (PLACED_KINDS as readonly RecordKind[]).includes(kind)
const isFlagged = (kind: RecordKind): boolean => kind === 'booths' || kind === 'talks'

function changeTo({ kind, id, fields }: Wanted, present: StoredFields | null): Change[] {
  if (fields === null) {
    if (!isThere(present)) return []
    return [isFlagged(kind) ? { op: 'set', kind, id, fields: { removed: true } } : { op: 'delete', kind, id }]
  }
  if (present === null) return isThere(fields) ? [{ op: 'put', kind, id, fields }] : []
  const differing = changedFields(present, fields)
  if (differing.length === 0) return []
  return [{ op: 'set', kind, id, fields: Object.fromEntries(differing.map((key) => [key, fieldOf(fields, key)])) }]
}
