import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { MAX_SEARCH, readSearch } from '~/features/visit/planQuery'
import { speakersPage } from '~/features/visitProgramme/speakersPage'
import { useFormat } from '~/lib/format'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { readProgramme } from '~/services/programme.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const { lang, t, format, fair, published } = await readProgramme(args)
  const search = readSearch(new URL(request.url).searchParams)
  const name = format.text(fair.name)
  return answerPage(context, {
    fair: frameOf(fair),
    search,
    page: speakersPage(published, search, { format, t }),
    meta: pageMeta({
      lang,
      publicUrl: context.publicUrl,
      titles: [t('programme:speakers.title'), name],
      description: t('programme:speakers.description', { fair: name }),
      path: `/fairs/${fair.slug}/speakers`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function SpeakersPage() {
  const { fair, search, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('programme')
  const format = useFormat()
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <FairFrame fair={fair} section="programme" crumbs={[{ name: t('speakers.title') }]}>
      <h1>{t('speakers.title')}</h1>
      {page.all === 0 ? (
        <EmptyState
          title={t('speakers.empty.title')}
          action={
            <a className="button" href={paths.programme()}>
              {t('now.all')}
            </a>
          }
        >
          {t('speakers.empty.text')}
        </EmptyState>
      ) : (
        <>
          <div className="exhibitor-search">
            <form method="get" action={paths.speakers}>
              <search className="exhibitor-search__fields" aria-label={t('speakers.search')}>
                <input
                  className="input"
                  type="search"
                  name="q"
                  defaultValue={search}
                  maxLength={MAX_SEARCH}
                  placeholder={t('speakers.hint')}
                  aria-label={t('speakers.search')}
                  autoComplete="off"
                  enterKeyHint="search"
                />
                <button className="button" type="submit">
                  {t('speakers.submit')}
                </button>
              </search>
            </form>
            <p role="status">
              {search === ''
                ? t('speakers.found', { count: page.all })
                : t('speakers.foundOf', { found: format.number(page.found), all: format.number(page.all) })}
            </p>
          </div>
          {page.found === 0 && (
            <EmptyState
              title={t('speakers.nothing.title')}
              action={
                <a className="button" href={paths.speakers}>
                  {t('speakers.nothing.clear')}
                </a>
              }
            >
              {t('speakers.nothing.text')}
            </EmptyState>
          )}
          <div className="exhibitor-groups">
            {page.groups.map(({ letter, speakers }) => (
              <section key={letter} aria-labelledby={`group-${letter}`}>
                <h2 id={`group-${letter}`} className="exhibitor-groups__title">
                  {letter}
                </h2>
                <ul className="exhibitor-rows">
                  {speakers.map(({ id, name, talks }) => (
                    <li key={id} className="exhibitor-row">
                      <a className="exhibitor-row__name" href={paths.speaker(id)}>
                        {name}
                      </a>
                      <span className="exhibitor-row__sectors">{talks}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </FairFrame>
  )
}
