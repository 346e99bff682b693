import type { Queryable } from '#server/db/client'
import type { Plan } from '#shared/document/records'
import { checkProgramme } from '#shared/programme/conflicts/conflictChecker'
import type { Conflict, ProgrammeContext } from '#shared/programme/conflicts/types'
import { waiverOf } from '#shared/programme/conflicts/waivers'
import { parseSlotRef } from '#shared/programme/slots'

export interface WaivedConflict {
  conflict: Conflict
  reason: string
  /** Who waived it; null: the account is no more, or another program did. */
  by: string | null
}

export interface CandidateConflicts {
  /** Errors among what would be published that nobody has waived: whoever publishes must have seen them. */
  open: Conflict[]
  /** Warnings among what would be published. */
  warnings: Conflict[]
  waived: WaivedConflict[]
  /** Those of which a part is an idea or an invitation: they stay with the organisers for now. */
  staying: Conflict[]
}

/** What is wrong with the draft's programme, by what it means for a release. */
export async function candidateConflicts(
  sql: Queryable,
  draft: Plan,
  context: ProgrammeContext,
): Promise<CandidateConflicts> {
  const found: CandidateConflicts = { open: [], warnings: [], waived: [], staying: [] }
  const waivedBy: (string | null)[] = []
  for (const conflict of checkProgramme(draft, context)) {
    const waiver = waiverOf(draft, conflict)
    if (!isOfConfirmed(draft, conflict)) {
      if (!waiver) found.staying.push(conflict)
    } else if (waiver) {
      found.waived.push({ conflict, reason: waiver.reason, by: null })
      waivedBy.push(waiver.accountId)
    } else (conflict.severity === 'error' ? found.open : found.warnings).push(conflict)
  }
  if (found.waived.length === 0) return found
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from accounts where id = any(${waivedBy.filter((id) => id !== null)})`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const waived = found.waived.map((one, index) => ({ ...one, by: names.get(waivedBy[index] ?? '') ?? null }))
  return { ...found, waived }
}

const isOfConfirmed = (draft: Plan, { slots }: Conflict): boolean =>
  slots.every((ref) => draft.talks.get(parseSlotRef(ref).talkId)?.state === 'confirmed')
