import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { PublishedChanges } from '#server/services/changes/fairChanges'
import { type ChangedThing, releaseChangeWords } from '#shared/i18n/releaseChangeWords'
import type { BoothId, TalkId } from '#shared/kernel/ids'
import type { ChangedRelease, LinkedThing } from '~/features/changes/ReleaseArticle'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage } from './answer.server'
import { readingOf, slugOf } from './visit.server'

const RELEASES_A_PAGE = 10

/** The page of what changed. Those who may look in before there is a release are led to the fair's page, which says so. */
export async function readChangesPage(args: LoaderFunctionArgs) {
  const reading = readingOf(args.params)
  const { lang, t } = reading
  const asked = new URL(args.request.url).searchParams.get('page') ?? ''
  const found = await orErrorPage(() =>
    args.context.services.changes.fairChanges(args.context.actor, {
      ...slugOf(args),
      page: /^\d{1,6}$/.test(asked) ? Number(asked) : 1,
      size: RELEASES_A_PAGE,
    }),
  )
  const { fair, latest, page, pages } = found
  const paths = visitPaths(lang, fair.slug)
  if (!latest) throw redirect(paths.fair)
  const releases = found.releases.map((release: PublishedChanges): ChangedRelease => {
    const words = releaseChangeWords(t, release, { language: lang, timeZone: fair.timeZone })
    return {
      number: release.number,
      note: release.note,
      publishedAt: release.publishedAt.toISOString(),
      current: release.number === latest.number,
      summary: words.summary,
      talks: linked(words.talks, (id) => (latest.programme.talks.has(id as TalkId) ? paths.talk(id) : null)),
      booths: linked(words.booths, (id) => (latest.booths.has(id as BoothId) ? paths.booth(id) : null)),
    }
  })
  return { ...reading, fair, page, pages, releases }
}

/** Only what visitors still find has a page to go to. */
const linked = (things: readonly ChangedThing[], hrefOf: (id: string) => string | null): LinkedThing[] =>
  things.map(({ id, ...thing }) => ({ ...thing, id, href: hrefOf(id) }))
