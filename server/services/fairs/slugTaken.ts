import type { Queryable } from '#server/db/client'
import { AppError } from '#shared/kernel/errors'
import { freeSlug } from './freeSlug'

/** SLUG_TAKEN, with the nearest address that is free. */
export async function slugTaken(sql: Queryable, slug: string): Promise<AppError> {
  const suggestion = await freeSlug(sql, slug)
  return new AppError('SLUG_TAKEN', {
    params: { suggestion },
    fields: [{ path: 'slug', code: 'slugTaken', params: { suggestion } }],
  })
}
