import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { Field } from '~/components/Field'
import { EmptyState, Notice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { ProposalTable } from '~/features/proposals/ProposalTable'
import { proposalPaths, reviewPaths } from '~/features/proposals/proposalPaths'
import { countsOf, proposalTab, REVIEW_TABS, searchProposals } from '~/features/proposals/reviewView'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, param, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const fair = await context.services.fairs.getFair(context.actor, { fairId })
    const all = await context.services.proposals.listProposals(context.actor, { fairId })
    const { searchParams } = new URL(request.url)
    const tab = proposalTab(searchParams.get('tab'))
    const words = searchParams.get('q') ?? ''
    return {
      title: pageTitle(t('proposals:review.title'), localise(fair.name, lang)),
      fair,
      tab,
      words,
      any: all.length > 0,
      counts: countsOf(all),
      proposals: searchProposals(all, tab, words),
      address: `${context.publicUrl}${proposalPaths(lang, fair.slug).propose}`,
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ProposalsReviewPage() {
  const { fair, tab, words, any, counts, proposals, address } = useLoaderData<typeof loader>()
  const { t } = useTranslation('proposals')
  const paths = reviewPaths(useLang(), fair.id)
  return (
    <OrganiserShell fair={fair} section="proposals" title={t('review.title')} lead={t('review.lead')}>
      {(!fair.proposalsOpen || fair.votingOpen) && (
        <Notice>
          <p>{fair.votingOpen ? t('review.voting') : t('review.closed')}</p>
          <a href={paths.settings}>{t('review.settings')}</a>
        </Notice>
      )}
      {any ? (
        <div className="stack">
          <nav className="tabs" aria-label={t('review.columns.state')}>
            {REVIEW_TABS.map((one) => (
              <Link
                key={one}
                to={`?${new URLSearchParams({ tab: one, ...(words ? { q: words } : {}) })}`}
                aria-current={one === tab ? 'page' : undefined}
              >
                {one === 'open' || one === 'all' ? t(`review.${one}`) : t(`states.${one}`)}
                <span className="tabs__count">{counts[one]}</span>
              </Link>
            ))}
          </nav>
          <Form method="get" className="search-line">
            <input type="hidden" name="tab" value={tab} />
            <Field
              name="q"
              type="search"
              label={t('review.search')}
              hint={t('review.searchHint')}
              defaultValue={words}
              maxLength={100}
              autoComplete="off"
            />
            <button type="submit" className="button">
              {t('review.apply')}
            </button>
          </Form>
          {proposals.length > 0 ? (
            <ProposalTable proposals={proposals} hrefOf={paths.proposal} timeZone={fair.timeZone} />
          ) : (
            <EmptyState
              title={t('review.none')}
              action={
                <a className="button" href={`${paths.list}?tab=all`}>
                  {t('review.clear')}
                </a>
              }
            />
          )}
        </div>
      ) : (
        <EmptyState title={t('review.empty')}>{t('review.emptyText', { address })}</EmptyState>
      )}
    </OrganiserShell>
  )
}
