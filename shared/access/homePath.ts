import type { Language } from '#shared/kernel/language'
import type { Role } from './roles'

interface KnownFair {
  id: string
  slug: string
  role: Role
  archived: boolean
}

/** Where somebody who has just come in has most to do. */
export function homePath(lang: Language, fairs: readonly KnownFair[]): string {
  const current = fairs.filter((fair) => !fair.archived)
  const organised = current.filter((fair) => fair.role !== 'exhibitor')
  const [only] = organised
  if (only) return organised.length === 1 ? `/${lang}/organise/${only.id}` : `/${lang}/organise`
  const [exhibited] = current
  return exhibited && current.length === 1 ? `/${lang}/fairs/${exhibited.slug}/my-booth` : `/${lang}/account`
}
