import type { Queryable } from '#server/db/client'
import { numberedSlug } from '#shared/fairs/slug'

/** Long addresses are cut to make room for a number, by a few characters. */
const COMMON_PART = 50

/** The slug itself or the first numbered one that no fair has. Somebody may still be faster: the unique index decides. */
export async function freeSlug(sql: Queryable, wanted: string): Promise<string> {
  const rows = await sql<{ slug: string }[]>`
    select slug from fairs where starts_with(slug, ${wanted.slice(0, COMMON_PART)})`
  const taken = new Set(rows.map((row) => row.slug))
  for (let attempt = 1; ; attempt++) {
    const slug = numberedSlug(wanted, attempt)
    if (!taken.has(slug)) return slug
  }
}
