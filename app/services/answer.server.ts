import { data } from '@remix-run/node'
import { type AppError, type FieldProblem, isAppError } from '#shared/kernel/errors'

/** What a form gets back when it did not work: the code of the sentence, remarks by field, and what was typed. */
export interface Failure {
  ok: false
  code: AppError['code']
  params: Record<string, unknown>
  fields: FieldProblem[]
}

const failureOf = (error: AppError): Failure => ({
  ok: false,
  code: error.code,
  params: error.params,
  fields: error.fields,
})

/** For loaders: an expected error becomes the error page with its status; others go on to the log as INTERNAL. */
export async function orErrorPage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isAppError(error)) throw data({ code: error.code, params: error.params }, { status: error.status })
    throw error
  }
}

/** For actions: an expected error comes back to the form with its status. */
export async function orFailure<T>(work: () => Promise<T>) {
  try {
    return { ok: true as const, value: await work() }
  } catch (error) {
    if (isAppError(error)) return failureOf(error)
    throw error
  }
}
