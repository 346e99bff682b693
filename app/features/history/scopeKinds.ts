import type { RestoreScope } from '#shared/history/scope'

export type ScopeKind = RestoreScope['kind']
export const SCOPE_KINDS = ['all', 'region', 'day'] as const satisfies readonly ScopeKind[]
