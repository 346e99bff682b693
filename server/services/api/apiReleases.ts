import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import { type PageQuery, pageOf } from '#shared/protocol/api/paging'
import type { ListAnswer } from './answers'
import { type InFair, openFair } from './openFair'

interface Row {
  number: number
  note: string
  publishedAt: Date
  booths: number
  talks: number
}

/** What was published and not taken back, the newest first. Errors: NOT_FOUND, INVALID. */
export const listApiReleases =
  (deps: Deps) =>
  async (actor: Actor, input: InFair & PageQuery): Promise<ListAnswer<'listReleases'>> => {
    const { fair, release } = await openFair(deps, actor, input)
    const rows = await deps.sql<Row[]>`
      select number, note, published_at as "publishedAt",
        (select count(*) from jsonb_object_keys(coalesce(content -> 'plan' -> 'booths', '{}')))::int as booths,
        (select count(*) from jsonb_object_keys(coalesce(content -> 'plan' -> 'talks', '{}')))::int as talks
      from releases where fair_id = ${fair.id} and withdrawn_at is null order by number desc`
    const page = pageOf(rows, input, ({ number }) => String(number))
    const data = page.data.map((row) => ({
      ...row,
      publishedAt: row.publishedAt.toISOString(),
      latest: row.number === release.number,
    }))
    return { ...page, release: release.number, data }
  }
