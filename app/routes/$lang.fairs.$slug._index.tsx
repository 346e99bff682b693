import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { GettingThere, OpeningHoursTable } from '~/features/visit/FairFacts'
import { FairFigures } from '~/features/visit/FairFigures'
import { FairFrame } from '~/features/visit/FairFrame'
import { FairHero } from '~/features/visit/FairHero'
import { fairPage } from '~/features/visit/fairPage'
import { NotYetPublished } from '~/features/visit/NotYetPublished'
import { SectorTiles } from '~/features/visit/SectorTiles'
import { TakePart } from '~/features/visit/TakePart'
import { FairProgramme } from '~/features/visitProgramme/FairProgramme'
import { programmeTaste } from '~/features/visitProgramme/highlights'
import { fairJsonLd } from '~/features/visitProgramme/jsonLd'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { answerPage, pageHeaders, readingOf, slugOf } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const { lang, t, format } = readingOf(args.params)
  const visit = await orErrorPage(() => context.services.visit.visitTalks(context.actor, slugOf(args)))
  const { fair, published } = visit
  const name = format.text(fair.name)
  return answerPage(context, {
    fair,
    published: published !== null,
    taste: published && fair.programme ? programmeTaste(published, fair.timeZone, context.now, { format, t }) : null,
    page: fairPage(visit, context.now, format),
    meta: [
      ...pageMeta({
        lang,
        publicUrl: context.publicUrl,
        titles: [name],
        description: fair.summary
          ? format.text(fair.summary)
          : t('visit:fair.description', {
              fair: name,
              days: format.days(fair.startsOn, fair.endsOn),
              venue: fair.venueName,
            }),
        path: `/fairs/${fair.slug}`,
      }),
      { 'script:ld+json': fairJsonLd(fair, lang, context.publicUrl) as never },
    ],
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function FairPage() {
  const { fair, published, taste, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('visit')
  const lang = useLang()
  return (
    <FairFrame fair={fair} section="fair">
      <div className="stack stack--loose fair-page">
        {!published && <NotYetPublished fair={fair} />}
        <FairHero fair={fair} page={page} />
        {published && <FairFigures figures={page.figures} />}
        {taste && <FairProgramme taste={taste} slug={fair.slug} />}
        <TakePart fair={fair} freeBooths={page.freeBooths} />
        <div className="columns">
          <OpeningHoursTable days={page.days} />
          <GettingThere fair={fair} />
        </div>
        {page.sectors.length > 0 && (
          <section className="stack" aria-labelledby="sectors">
            <h2 id="sectors">{t('fair.sectors')}</h2>
            <SectorTiles sectors={page.sectors} slug={fair.slug} />
          </section>
        )}
        {fair.reader.organiser && (
          <p>
            <a href={`/${lang}/organise/${fair.id}`}>{t('fair.organiser')}</a>
          </p>
        )}
      </div>
    </FairFrame>
  )
}
