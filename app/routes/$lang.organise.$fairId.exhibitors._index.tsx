import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { EmptyState } from '~/components/Notice'
import { nextCount, ROWS_A_PAGE, shownCount, withParams } from '~/features/claims/boothAddress'
import { ExhibitorFilters } from '~/features/exhibitors/ExhibitorFilters'
import { ExhibitorTable } from '~/features/exhibitors/ExhibitorTable'
import { countStatuses, findExhibitors, readExhibitorSearch } from '~/features/exhibitors/exhibitorSearch'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { readSectors, readTableExhibitors } from '~/services/exhibitorsPage.server'
import { pageTitle, param, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const fair = await context.services.fairs.getFair(context.actor, { fairId })
    const all = await readTableExhibitors(context, fairId)
    const searchParams = new URL(request.url).searchParams
    const search = readExhibitorSearch(searchParams)
    const found = findExhibitors(all, search)
    return {
      title: pageTitle(t('exhibitors:list.title'), localise(fair.name, lang)),
      fair,
      search,
      counts: countStatuses(all),
      total: all.length,
      found: found.length,
      exhibitors: found.slice(0, shownCount(searchParams)),
      sectors: await readSectors(context, fairId, lang),
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ExhibitorsPage() {
  const { fair, search, counts, total, found, exhibitors, sectors } = useLoaderData<typeof loader>()
  const { t } = useTranslation('exhibitors')
  const [params] = useSearchParams()
  const paths = organiserPaths(useLang(), fair.id)
  const add = (
    <a className="button button--primary" href={paths.newExhibitor}>
      {t('list.add')}
    </a>
  )
  return (
    <OrganiserShell
      fair={fair}
      section="exhibitors"
      title={t('list.title')}
      lead={t('list.lead')}
      actions={total > 0 ? add : undefined}
    >
      {total === 0 ? (
        <EmptyState title={t('list.empty.title')} action={add}>
          {t('list.empty.text')}
        </EmptyState>
      ) : (
        <div className="stack">
          <ExhibitorFilters search={search} counts={counts} sectors={sectors} />
          <p className="booth-facts__soft" role="status">
            {t('list.found', { count: found })}
          </p>
          {found === 0 ? (
            <EmptyState title={t('list.nothing.title')}>{t('list.nothing.text')}</EmptyState>
          ) : (
            <ExhibitorTable
              exhibitors={exhibitors}
              sectors={new Map(sectors.map((sector) => [sector.id, sector]))}
              hrefOf={paths.exhibitor}
            />
          )}
          {found > exhibitors.length && (
            <p>
              <Link
                className="button button--small"
                to={withParams(params, { show: nextCount(params) })}
                preventScrollReset
                replace
              >
                {t('list.more', { count: Math.min(ROWS_A_PAGE, found - exhibitors.length) })}
              </Link>
            </p>
          )}
        </div>
      )}
    </OrganiserShell>
  )
}
