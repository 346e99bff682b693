import type { Deps } from '#server/deps'
import { type FairDetails, fairColumns } from '#server/services/fairs/fairRow'
import { listPublicFairs } from '#server/services/visit/listPublicFairs'
import type { Actor } from '#shared/access/roles'
import type { Language } from '#shared/kernel/language'
import { type PageQuery, pageOf } from '#shared/protocol/api/paging'
import type { ItemAnswer, ListAnswer } from './answers'
import { type InFair, localised, openFair, pageUrl } from './openFair'
import { speakerIdsOf } from './speakerIdsOf'

interface PublishedRow extends FairDetails {
  release: number
  publishedAt: Date
}

/** Every fair that has something for visitors to see. */
export const listApiFairs =
  (deps: Deps) =>
  async (actor: Actor, query: PageQuery & { lang: Language }): Promise<ListAnswer<'listFairs'>> => {
    const { upcoming, past } = await listPublicFairs(deps)(actor)
    const page = pageOf([...upcoming, ...past], query, ({ id }) => id)
    const rows = await deps.sql<PublishedRow[]>`
      select ${fairColumns(deps.sql)}, r.number as release, r.published_at as "publishedAt"
      from fairs f join lateral (select number, published_at from releases
        where fair_id = f.id and withdrawn_at is null order by number desc limit 1) r on true
      where f.id = any(${page.data.map(({ id }) => id)})`
    const data = page.data.flatMap(({ id }) => {
      const row = rows.find((one) => one.id === id)
      return row ? [summaryOf(deps, row, query.lang)] : []
    })
    return { release: null, data, nextCursor: page.nextCursor }
  }

/** One fair. Errors: NOT_FOUND. */
export const getApiFair =
  (deps: Deps) =>
  async (actor: Actor, input: InFair): Promise<ItemAnswer<'getFair'>> => {
    const { fair, release, words } = await openFair(deps, actor, input)
    const { plan, booths, programme, number, publishedAt } = release
    return {
      release: number,
      item: {
        ...summaryOf(deps, { ...fair, release: number, publishedAt }, input.lang),
        venueAddress: fair.venueAddress,
        directions: words(fair.directions),
        openingHours: fair.openingHours.map(({ day, opens, closes }) => ({ day, opens, closes })),
        counts: {
          talks: programme.talks.size,
          speakers: speakerIdsOf(programme).size,
          stages: plan.stages.size,
          sectors: plan.sectors.size,
          halls: plan.halls.size,
          booths: booths.size,
        },
      },
    }
  }

const summaryOf = (deps: Deps, fair: PublishedRow, lang: Language) => ({
  id: fair.id,
  slug: fair.slug,
  name: localised(fair.name, lang) ?? '',
  summary: localised(fair.summary, lang),
  startsOn: fair.startsOn,
  endsOn: fair.endsOn,
  timeZone: fair.timeZone,
  venueName: fair.venueName,
  release: fair.release,
  publishedAt: fair.publishedAt.toISOString(),
  url: pageUrl(deps, lang, fair.slug),
})
