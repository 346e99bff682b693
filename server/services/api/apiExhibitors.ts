import type { Deps } from '#server/deps'
import { readExhibitorBriefs } from '#server/services/visit/exhibitorBriefs'
import type { Actor } from '#shared/access/roles'
import type { LocalText } from '#shared/kernel/language'
import { type PageQuery, pageOf } from '#shared/protocol/api/paging'
import type { ListAnswer } from './answers'
import { type InFair, openFair } from './openFair'

interface Row {
  id: string
  languages: string[]
  description: Partial<LocalText>
  links: { label: string; url: string }[]
}

/**
 * Exhibitors with a confirmed booth, by name. Ways to reach them stay on their page, for people to read. Errors: NOT_FOUND,
 * INVALID.
 */
export const listApiExhibitors =
  (deps: Deps) =>
  async (actor: Actor, input: InFair & PageQuery): Promise<ListAnswer<'listExhibitors'>> => {
    const { fair, release, words, page } = await openFair(deps, actor, input)
    const all = await readExhibitorBriefs(deps.sql, fair.id, release)
    const { data, nextCursor } = pageOf(all, input, ({ id }) => id)
    const rows = await deps.sql<Row[]>`
      select id, languages, description, links from exhibitors where id = any(${data.map(({ id }) => id)})`
    const details = new Map(rows.map((row) => [row.id, row]))
    return {
      release: release.number,
      nextCursor,
      data: data.map(({ id, name, kind, sectorIds, boothIds }) => {
        const { languages = [], description = null, links = [] } = details.get(id) ?? {}
        return {
          ...{ id, name, kind, sectorIds, boothIds, languages },
          description: words(description),
          links: links.map(({ label, url }) => ({ label, url })),
          url: page(`/exhibitors/${id}`),
        }
      }),
    }
  }
