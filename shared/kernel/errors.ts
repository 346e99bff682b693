/**
 * The closed list of what can go wrong, with the HTTP status of each.
 * The sentence a person reads is `errors:<code>` in shared/i18n; `detail` is for the log and for developers.
 */
export const ERROR_STATUS = {
  BAD_REQUEST: 400,
  MALFORMED_JSON: 400,
  NOT_SIGNED_IN: 401,
  FORBIDDEN: 403,
  WRONG_ORIGIN: 403,
  NOT_FOUND: 404,
  NOT_RELEASED: 404,
  METHOD_NOT_ALLOWED: 405,
  BOOTH_TAKEN: 409,
  BOOTH_BLOCKED: 409,
  CLAIM_LIMIT: 409,
  CLAIM_STATE: 409,
  BOOTH_CLAIMED: 409,
  EXHIBITOR_HAS_BOOTHS: 409,
  HALL_CLAIMED: 409,
  SLUG_TAKEN: 409,
  IDEMPOTENCY_REUSED: 409,
  DRAFT_CHANGED: 409,
  TALK_CANCELLED: 409,
  TALK_OVER: 409,
  PROPOSAL_STATE: 409,
  LAST_OWNER: 409,
  IMPORT_UNDONE: 409,
  UPLOAD_GONE: 410,
  LINK_USED: 410,
  LINK_EXPIRED: 410,
  TOO_LARGE: 413,
  NOT_JSON: 415,
  INVALID: 422,
  BOOTH_NOT_RELEASED: 422,
  IMPORT_INVALID: 422,
  SCHEDULE_REFUSED: 422,
  FAIR_CLOSED: 422,
  PROPOSALS_CLOSED: 422,
  VOTING_CLOSED: 422,
  TALK_NOT_RELEASED: 422,
  TALK_OPEN: 422,
  FAIR_ARCHIVED: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  DATABASE_AWAY: 503,
  STARTING: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** What is wrong with one field: `path` as in `days.0.opens`, `code` a key of the `invalid` messages. */
export interface FieldProblem {
  path: string
  code: string
  params?: Record<string, string | number>
}

export interface AppErrorOptions {
  detail?: string
  /** Values for the sentence, and facts for the caller (for example the best free alternatives). */
  params?: Record<string, unknown>
  fields?: FieldProblem[]
  cause?: unknown
}

/**
 * Remix bundles its own copy of this module, so `instanceof` fails between routes and server:
 * recognise it with `isAppError`.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly params: Record<string, unknown>
  readonly fields: FieldProblem[]

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ?? code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = ERROR_STATUS[code]
    this.params = options.params ?? {}
    this.fields = options.fields ?? []
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && String(error.code) in ERROR_STATUS
}
