import type { RestoreScope } from '#shared/history/scope'
import type { Language } from '#shared/kernel/language'
import { boxOfRect, typedRegion } from './region'

type Params = Readonly<Record<string, string | number | null | undefined>>

/** Addresses of a fair's time machine. Parameters without a value are left out. */
export function historyPaths(lang: Language, fairId: string) {
  const page = `/${lang}/organise/${fairId}/history`
  return {
    page: (params: Params = {}) => withQuery(page, params),
    restore: (params: Params) => withQuery(`${page}/restore`, params),
    restoreScope: (at: number, scope: RestoreScope) =>
      withQuery(`${page}/restore`, { at, ...scopeParams(scope, lang) }),
  }
}

function withQuery(path: string, params: Params): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value != null && value !== '') query.set(name, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

/** A scope as the fields of the form say it. */
export function scopeParams(scope: RestoreScope, lang: Language): Record<string, string> {
  switch (scope.kind) {
    case 'all':
      return { scope: 'all' }
    case 'region':
      return { scope: 'region', hall: scope.hallId, ...typedRegion(boxOfRect(scope.rect), lang) }
    case 'day':
      return { scope: 'day', day: scope.day }
  }
}
