import { z } from 'zod'
import { AppError } from '#shared/kernel/errors'
import { apiShapes } from './registry'

export const MAX_PAGE = 200
const DEFAULT_PAGE = 50

/** How many before it, and the id of the one after which the page begins. */
const CURSOR = /^(\d{1,9})\.([A-Za-z0-9_-]{1,64})$/

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE).describe('How many at most on one page.'),
  cursor: z
    .string()
    .regex(CURSOR)
    .optional()
    .describe('Where to go on: `nextCursor` of the page before. Without it the list begins.'),
})
export type PageQuery = z.output<typeof pageQuery>

/** The answer of a list, under this name in the description. */
export const pageShape = <S extends z.ZodType>(id: string, item: S) =>
  z
    .object({
      data: z.array(item),
      release: z
        .int()
        .nullable()
        .describe('Number of the release that this was read from; another one on a later page: begin again.'),
      nextCursor: z.string().nullable().describe('Null: this was the last page.'),
      next: z.string().nullable().describe('Address of the next page on this host. Null: this was the last page.'),
    })
    .register(apiShapes, { id })

export interface Page<T> {
  data: T[]
  nextCursor: string | null
}

/**
 * The part of an ordered list that the query asks for. Where the list changed since the page before it goes on after the same
 * item, and if that one has gone, at its place. Errors: INVALID.
 */
export function pageOf<T>(all: readonly T[], { limit, cursor }: PageQuery, idOf: (item: T) => string): Page<T> {
  const from = cursor === undefined ? 0 : startAfter(all, cursor, idOf)
  const data = all.slice(from, from + limit)
  const last = data.at(-1)
  const until = from + data.length
  return { data, nextCursor: last !== undefined && until < all.length ? `${until - 1}.${idOf(last)}` : null }
}

function startAfter<T>(all: readonly T[], cursor: string, idOf: (item: T) => string): number {
  const [, index, id] = CURSOR.exec(cursor) ?? []
  if (index === undefined || id === undefined)
    throw new AppError('INVALID', { fields: [{ path: 'cursor', code: 'unknown' }] })
  const at = Number(index)
  const last = all[at]
  if (last !== undefined && idOf(last) === id) return at + 1
  const moved = all.findIndex((item) => idOf(item) === id)
  return moved >= 0 ? moved + 1 : Math.min(at, all.length)
}
