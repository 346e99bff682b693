import type { Json } from '#shared/document/patch'
import type { Plan } from '#shared/document/records'
import type { Span } from '#shared/document/schedule'
import type { StageId } from '#shared/kernel/ids'
import type { LocalText } from '#shared/kernel/language'
import { editFields } from '#shared/plan/ops/editFields'
import { mergeSpans } from '../spans'
import { asProgrammeEdit, type ProgrammeEdit } from './edit'

export interface EditStage {
  id: StageId
  name?: LocalText
  /** null: nobody says. */
  capacity?: number | null
  /** What is there; null: nobody says, which the checks take for nothing. */
  equipment?: readonly string[] | null
  /** When it can be used; null: whenever the fair is open. An empty list means never. */
  availability?: readonly Span[] | null
}

/** What the programme needs to know of a stage; its place is drawn on the plan. */
export function editStage(plan: Plan, { id, name, capacity, equipment, availability }: EditStage): ProgrammeEdit {
  const fields: Record<string, Json | undefined> = {}
  if (name !== undefined) fields.name = { ...name } as Record<string, string>
  if (capacity !== undefined) fields.capacity = capacity ?? undefined
  if (equipment !== undefined) fields.equipment = equipment ? distinct(equipment) : undefined
  if (availability !== undefined)
    fields.availability = availability ? mergeSpans(availability).map((s) => [...s]) : undefined
  return asProgrammeEdit(editFields(plan, { kind: 'stages', id, fields }))
}

/** Each thing once, as it was first written. */
function distinct(names: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const name of names.map((text) => text.trim()).filter(Boolean)) {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name)
  }
  return [...found.values()]
}
