import type { Queryable } from '#server/db/client'
import { numberedSlug } from '#shared/fairs/slug'

/** The slug itself or the first numbered one that no fair has. Somebody may still be faster: the unique index decides. */
export async function freeSlug(sql: Queryable, wanted: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const slug = numberedSlug(wanted, attempt)
    const [taken] = await sql`select from fairs where slug = ${slug}`
    if (!taken) return slug
  }
}
