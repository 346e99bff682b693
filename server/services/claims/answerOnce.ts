import type { Tx } from '#server/db/client'
import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { Json } from '#shared/document/patch'
import { AppError, type ErrorCode, type FieldProblem, isAppError } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'

export interface OnceRequest {
  actor: Actor
  fairId: FairId
  /** Left out: the request stands for itself. */
  key: string | undefined
  /** What is asked, in one line. */
  request: string
}

interface Refusal {
  code: ErrorCode
  params: Record<string, Json>
  fields: FieldProblem[]
}

type Stored<T> = { ok: T } | { refused: Refusal }

/**
 * Runs the work in one transaction and remembers its answer under the person's key, refusals included: asked again with
 * the same key, it gives the same answer and does nothing. Two requests with one key at once wait for each other.
 * Errors: IDEMPOTENCY_REUSED where the key stood for another request.
 */
export async function answerOnce<T>(
  deps: Deps,
  { actor, fairId, key, request }: OnceRequest,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { accountId } = actor
  const outcome = await deps.sql.begin(async (tx): Promise<Stored<T>> => {
    if (key === undefined || accountId === null) return await attempt(tx, work)
    await tx`select pg_advisory_xact_lock(hashtextextended(${`${accountId}/${fairId}/${key}`}, 0))`
    const [before] = await tx<{ request: string; answer: Stored<T> }[]>`
      select request, answer from idempotency_keys
      where account_id = ${accountId} and fair_id = ${fairId} and key = ${key}`
    if (before && before.request !== request)
      throw new AppError('IDEMPOTENCY_REUSED', { detail: `${before.request} / ${request}` })
    if (before) return before.answer
    const fresh = await attempt(tx, work)
    const status = 'refused' in fresh ? refusalAsError(fresh.refused).status : 200
    await tx`insert into idempotency_keys (account_id, fair_id, key, request, status, answer, created_at)
      values (${accountId}, ${fairId}, ${key}, ${request}, ${status}, ${JSON.stringify(fresh)}::text::json, ${deps.clock.now()})`
    return fresh
  })
  if ('refused' in outcome) throw refusalAsError(outcome.refused)
  return outcome.ok
}

/** A refusal leaves nothing of the work behind, but the transaction, and with it the key, goes on. What was filled in wrongly may be sent again. */
async function attempt<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<Stored<T>> {
  try {
    return { ok: (await tx.savepoint((inner) => work(inner))) as T }
  } catch (error) {
    if (!isAppError(error) || error.status >= 500 || error.code === 'INVALID') throw error
    return { refused: { code: error.code, params: error.params as Refusal['params'], fields: error.fields } }
  }
}

const refusalAsError = ({ code, params, fields }: Refusal) => new AppError(code, { params, fields })
