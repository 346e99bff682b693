import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { sectorCounts } from '~/features/visit/fairPage'
import { SectorTiles } from '~/features/visit/SectorTiles'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { answerPage, pageHeaders, readPublished } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { lang, t, format, fair, published } = await readPublished(args)
  const name = format.text(fair.name)
  return answerPage(args.context, {
    fair: frameOf(fair),
    sectors: sectorCounts(published, format),
    meta: pageMeta({
      lang,
      publicUrl: args.context.publicUrl,
      titles: [t('visit:sectors.title'), name],
      description: t('visit:sectors.description', { fair: name }),
      path: `/fairs/${fair.slug}/sectors`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function SectorsPage() {
  const { fair, sectors } = useLoaderData<typeof loader>()
  const { t } = useTranslation('visit')
  return (
    <FairFrame fair={fair} section="sectors">
      <div className="stack stack--loose">
        <h1>{t('sectors.title')}</h1>
        {sectors.length > 0 ? (
          <SectorTiles sectors={sectors} slug={fair.slug} />
        ) : (
          <EmptyState title={t('sectors.empty.title')}>{t('sectors.empty.text')}</EmptyState>
        )}
      </div>
    </FairFrame>
  )
}
