import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ReleaseArticle } from '~/features/changes/ReleaseArticle'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { readChangesPage } from '~/services/changesPage.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { lang, t, format, fair, page, pages, releases } = await readChangesPage(args)
  const { publicUrl } = args.context
  const name = format.text(fair.name)
  return answerPage(args.context, {
    fair: frameOf(fair),
    timeZone: fair.timeZone,
    page,
    pages,
    releases,
    meta: [
      ...pageMeta({
        lang,
        publicUrl,
        titles: [t('changes:title'), name],
        description: t('changes:description', { fair: name }),
        path: `/fairs/${fair.slug}/changes`,
      }),
      {
        tagName: 'link',
        rel: 'alternate',
        type: 'application/atom+xml',
        title: t('changes:feed.title', { fair: name }),
        href: publicUrl + visitPaths(lang, fair.slug).file('changes.atom'),
      } as const,
    ],
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function ChangesPage() {
  const { fair, timeZone, page, pages, releases } = useLoaderData<typeof loader>()
  const { t } = useTranslation('changes')
  const paths = visitPaths(useLang(), fair.slug)
  const pageHref = (number: number) => (number === 1 ? paths.changes : `${paths.changes}?page=${number}`)
  return (
    <FairFrame fair={fair} section="fair" crumbs={[{ name: t('title') }]}>
      <div className="changelog">
        <h1>{t('title')}</h1>
        <p className="changelog__lead">
          {t('lead')} <a href={paths.file('changes.atom')}>{t('follow')}</a>
        </p>
        {releases.map((release) => (
          <ReleaseArticle key={release.number} release={release} timeZone={timeZone} />
        ))}
        {pages > 1 && (
          <nav className="changelog__pages" aria-label={t('pages.label')}>
            {page > 1 && (
              <a className="button" rel="prev" href={pageHref(page - 1)}>
                {t('pages.newer')}
              </a>
            )}
            <span>{t('pages.page', { page, pages })}</span>
            {page < pages && (
              <a className="button" rel="next" href={pageHref(page + 1)}>
                {t('pages.older')}
              </a>
            )}
          </nav>
        )}
      </div>
    </FairFrame>
  )
}
