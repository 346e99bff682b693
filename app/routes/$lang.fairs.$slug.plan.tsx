import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { PlanPrint } from '~/features/visit/PlanPrint'
import { PlanRoom } from '~/features/visit/PlanRoom'
import { planPage, planSheets } from '~/features/visit/planPage'
import { readPlanQuery } from '~/features/visit/planQuery'
import { useFormat } from '~/lib/format'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { answerPage, pageHeaders, readPublished } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['visit', 'keep'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { lang, t, format, fair, published } = await readPublished(args)
  const params = new URL(args.request.url).searchParams
  const query = readPlanQuery(params)
  const name = format.text(fair.name)
  const { number, publishedAt } = published.release
  return answerPage(args.context, {
    fair: { id: fair.id as string, ...frameOf(fair) },
    query,
    page: planPage(published, query, format),
    sheets: params.has('print') ? planSheets(published, format) : null,
    release: { number, publishedAt: format.instant(publishedAt, fair.timeZone) },
    meta: pageMeta({
      lang,
      publicUrl: args.context.publicUrl,
      titles: [t('visit:plan.title'), name],
      description: t('visit:plan.description', { fair: name }),
      path: `/fairs/${fair.slug}/plan`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function PlanPage() {
  const { fair, query, page, sheets, release } = useLoaderData<typeof loader>()
  const { t } = useTranslation('visit')
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <FairFrame fair={fair} section="plan" wide>
      <div className="plan-head">
        <h1>
          {page && page.halls.length === 1 ? t('fair.planOf', { hall: format.text(page.hall.name) }) : t('plan.title')}
        </h1>
      </div>
      {sheets ? (
        <PlanPrint pages={sheets} slug={fair.slug} />
      ) : page ? (
        <PlanRoom fair={fair} page={page} query={query} />
      ) : (
        <EmptyState title={t('plan.noBooths.title')}>{t('plan.noBooths.text')}</EmptyState>
      )}
      <p className="plan-release">
        <span>{t('plan.publishedAt', { number: release.number, moment: release.publishedAt })}</span>
        {page && !sheets && (
          <a href={paths.plan({ print: 'all' })} rel="nofollow">
            {t('plan.print')}
          </a>
        )}
      </p>
    </FairFrame>
  )
}
