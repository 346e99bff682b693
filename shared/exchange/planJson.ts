import { z } from 'zod'
import { emptyPlan } from '#shared/document/plan'
import {
  decodeRecord,
  PLACED_KINDS,
  type Plan,
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
  recordSchemas,
} from '#shared/document/records'
import type { FieldProblem } from '#shared/kernel/errors'
import { isId } from '#shared/kernel/ids'
import { fieldProblems } from '#shared/kernel/validate'

/** The product's own plan format: what "export plan" writes, "import plan" reads, and a release freezes. */
export const PLAN_FORMAT = 'beursvloer-plan'
export const PLAN_FORMAT_VERSION = 1

export type PlanJson = { format: typeof PLAN_FORMAT; version: typeof PLAN_FORMAT_VERSION } & {
  [K in RecordKind]: Record<string, Omit<RecordOf[K], 'id'>>
}

/** Booths flagged as removed stay behind: they are no part of the plan. */
export function planToJson(plan: Plan): PlanJson {
  const maps = RECORD_KINDS.map((kind) => {
    const records = [...plan[kind].values()].filter((record) => !('removed' in record && record.removed))
    return [kind, Object.fromEntries(records.map(({ id, ...fields }) => [id, fields]))]
  })
  return { format: PLAN_FORMAT, version: PLAN_FORMAT_VERSION, ...Object.fromEntries(maps) }
}

/** Taken as it is, and not copied: a copy would lose a record with an id such as `__proto__` without a word. */
const records = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

const frame = z.object({
  format: z.literal(PLAN_FORMAT),
  version: z.literal(PLAN_FORMAT_VERSION),
  ...(Object.fromEntries(RECORD_KINDS.map((kind) => [kind, records.optional()])) as Record<
    RecordKind,
    z.ZodOptional<typeof records>
  >),
})

/** Most that one import may bring. */
export const MAX_IMPORT_RECORDS = 20_000
const MAX_PROBLEMS = 50

export type PlanImport = { ok: true; plan: Plan } | { ok: false; problems: FieldProblem[] }

/** Checks everything before anything is taken over: all of it or nothing. Problems name the record (`booths.b12`) and what is wrong. */
export function planFromJson(json: unknown): PlanImport {
  const framed = frame.safeParse(json)
  if (!framed.success) {
    const unknownFormat = framed.error.issues.some(
      (issue) => issue.path[0] === 'format' || issue.path[0] === 'version' || issue.path.length === 0,
    )
    return {
      ok: false,
      problems: unknownFormat
        ? [{ path: 'format', code: 'planFormat' }]
        : framed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({ path: issue.path.join('.'), code: 'planMap' })),
    }
  }
  const plan = emptyPlan()
  const problems: FieldProblem[] = []
  let count = 0
  for (const kind of RECORD_KINDS) {
    for (const [id, fields] of Object.entries(framed.data[kind] ?? {})) {
      count++
      const decoded = decodeRecord(kind, id, fields)
      if (decoded.ok) (plan[kind] as Map<string, RecordOf[typeof kind]>).set(id, decoded.record)
      else problems.push(...recordProblems(kind, id, fields, decoded.malformed.problem))
    }
  }
  if (count > MAX_IMPORT_RECORDS)
    problems.push({ path: '', code: 'planTooMany', params: { count, max: MAX_IMPORT_RECORDS } })
  for (const kind of PLACED_KINDS) {
    for (const record of plan[kind].values()) {
      if (!plan.halls.has(record.hallId))
        problems.push({ path: `${kind}.${record.id}.hallId`, code: 'planNoHall', params: { hall: record.hallId } })
    }
  }
  for (const booth of plan.booths.values()) {
    if (booth.sectorId !== null && !plan.sectors.has(booth.sectorId)) {
      problems.push({ path: `booths.${booth.id}.sectorId`, code: 'planNoSector', params: { sector: booth.sectorId } })
    }
  }
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MAX_PROBLEMS) } : { ok: true, plan }
}

/** Remarks about single fields where there is a sentence for them, about the whole record otherwise. */
function recordProblems(kind: RecordKind, id: string, fields: unknown, problem: string): FieldProblem[] {
  const record = { path: `${kind}.${id}`, code: 'planRecord', params: { problem } }
  if (!isId(id)) return [{ path: record.path, code: 'id' }]
  const { error } = recordSchemas[kind].safeParse(fields)
  const remarks = error ? fieldProblems(error).filter(({ code, path }) => code !== 'unknown' && path !== '') : []
  return remarks.length > 0 ? remarks.map((remark) => ({ ...remark, path: `${record.path}.${remark.path}` })) : [record]
}
