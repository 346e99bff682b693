import type { z } from 'zod'
import { AppError, type FieldProblem } from './errors'

/** The value as the schema has it, or INVALID with a remark for each field. */
export function parseOrInvalid<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new AppError('INVALID', { fields: fieldProblems(result.error) })
}

/** At most one remark a field: the first is the one that helps. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  const problems = new Map<string, FieldProblem>()
  for (const issue of error.issues) {
    for (const problem of problemsOf(issue)) {
      if (!problems.has(problem.path)) problems.set(problem.path, problem)
    }
  }
  return [...problems.values()]
}

type Issue = z.ZodError['issues'][number]

function problemsOf(issue: Issue): FieldProblem[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: 'unknownField' }))
  }
  return [{ path, ...remarkOf(issue) }]
}

/** `input` of an issue is left out by zod, so "missing" is told by its message. */
const isMissing = (issue: Issue) => /received (undefined|null)$/.test(issue.message)

function remarkOf(issue: Issue): Omit<FieldProblem, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      if (isMissing(issue)) return { code: 'required' }
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'unknown' }
    case 'too_small': {
      const min = Number(issue.minimum)
      if (issue.origin === 'string' || issue.origin === 'array')
        return min <= 1 ? { code: 'required' } : { code: 'tooShort', params: { min } }
      return { code: 'tooSmall', params: { min } }
    }
    case 'too_big':
      return { code: issue.origin === 'string' ? 'tooLong' : 'tooBig', params: { max: Number(issue.maximum) } }
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'unknown' }
    case 'invalid_value':
      return { code: 'choice' }
    case 'custom': {
      const { code, ...params } = (issue.params ?? {}) as { code?: string } & Record<string, string | number>
      return { code: code ?? 'unknown', params }
    }
    default:
      return { code: 'unknown' }
  }
}

const FORMATS: Readonly<Record<string, string>> = { email: 'email', url: 'url', date: 'date', time: 'time' }
