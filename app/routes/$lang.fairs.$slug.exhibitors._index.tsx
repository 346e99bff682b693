import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { ExhibitorGroups } from '~/features/visit/ExhibitorList'
import { ExhibitorSearch } from '~/features/visit/ExhibitorSearch'
import { exhibitorsPage, readExhibitorsQuery } from '~/features/visit/exhibitorsPage'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { LetterIndex } from '~/features/visit/LetterIndex'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { answerPage, pageHeaders, readPublished } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { lang, t, format, fair, published } = await readPublished(args)
  const query = readExhibitorsQuery(new URL(args.request.url).searchParams)
  const name = format.text(fair.name)
  return answerPage(args.context, {
    fair: frameOf(fair),
    query,
    page: exhibitorsPage(published, query, format),
    meta: pageMeta({
      lang,
      publicUrl: args.context.publicUrl,
      titles: [t('visit:exhibitors.title'), name],
      description: t('visit:exhibitors.description', { fair: name }),
      path: `/fairs/${fair.slug}/exhibitors`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function ExhibitorsPage() {
  const { fair, query, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('visit')
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <FairFrame fair={fair} section="exhibitors">
      <h1>{t('exhibitors.title')}</h1>
      {page.all === 0 ? (
        <EmptyState
          title={t('exhibitors.empty.title')}
          action={
            <a className="button" href={paths.plan()}>
              {t('fair.seePlan')}
            </a>
          }
        >
          {t('exhibitors.empty.text')}
        </EmptyState>
      ) : (
        <>
          <ExhibitorSearch page={page} query={query} slug={fair.slug} />
          {page.found === 0 ? (
            <EmptyState
              title={t('exhibitors.nothing.title')}
              action={
                <a className="button" href={paths.exhibitors()}>
                  {t('exhibitors.nothing.clear')}
                </a>
              }
            >
              {t('exhibitors.nothing.text')}
            </EmptyState>
          ) : (
            <>
              {query.by === 'name' && <LetterIndex letters={page.letters} />}
              <ExhibitorGroups groups={page.groups} slug={fair.slug} />
            </>
          )}
        </>
      )}
    </FairFrame>
  )
}
