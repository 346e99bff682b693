/** postgres.js hands the server's error over with its code and constraint. */
interface DatabaseError {
  code: string
  constraint_name?: string
  syscall?: string
}

const asDatabaseError = (error: unknown): DatabaseError | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? (error as unknown as DatabaseError)
    : null

export const isUniqueViolation = (error: unknown, constraint: string): boolean => {
  const found = asDatabaseError(error)
  return found?.code === '23505' && found.constraint_name === constraint
}

export const isForeignKeyViolation = (error: unknown, constraint: string): boolean => {
  const found = asDatabaseError(error)
  return found?.code === '23503' && found.constraint_name === constraint
}

const GONE = new Set([
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
])

/** The database cannot be reached or is going down: worth another try later, and nobody's fault who asked. */
export const isDatabaseAway = (error: unknown): boolean => {
  const found = asDatabaseError(error)
  if (found === null) return false
  // A Unix socket that is not there; a missing file of another kind has nothing to do with it.
  if (found.code === 'ENOENT') return found.syscall === 'connect'
  return GONE.has(found.code) || found.code.startsWith('08')
}
