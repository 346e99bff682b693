import type { Deps } from '#server/deps'
import { requireStanding } from '#server/services/access/standing'
import { type FairDetails, fairColumns } from '#server/services/fairs/fairRow'
import { readLatestRelease } from '#server/services/releases/readLatestRelease'
import type { Actor } from '#shared/access/roles'
import { AppError } from '#shared/kernel/errors'
import { type Language, type LocalText, localise } from '#shared/kernel/language'
import type { ReleasedPlan } from '#shared/plan/release'

export interface InFair {
  slug: string
  /** Of the reader: the texts come in it. */
  lang: Language
}

export interface OpenFair {
  fair: FairDetails
  release: ReleasedPlan
  /** In the language asked for; null where there is nothing to read. */
  words: (text: Partial<LocalText> | null) => string | null
  /** Address of a page of the fair for people. */
  page: (path: string) => string
}

/** A fair with what visitors see of it. Errors: NOT_FOUND. */
export async function openFair(deps: Deps, actor: Actor, { slug, lang }: InFair): Promise<OpenFair> {
  const { fairId } = await requireStanding(deps.sql, actor, { slug }, 'fair:view')
  const [fair] = await deps.sql<FairDetails[]>`select ${fairColumns(deps.sql)} from fairs f where f.id = ${fairId}`
  const release = await readLatestRelease(deps, fairId)
  if (!fair || !release) throw new AppError('NOT_FOUND', { detail: 'nothing published' })
  return {
    fair,
    release,
    words: (text) => localised(text, lang),
    page: (path) => pageUrl(deps, lang, fair.slug, path),
  }
}

export const localised = (text: Partial<LocalText> | null, lang: Language): string | null =>
  (text && localise({ nl: '', ...text }, lang)) || null

export const pageUrl = (deps: Deps, lang: Language, slug: string, path = ''): string =>
  `${deps.publicUrl}/${lang}/fairs/${slug}${path}`
