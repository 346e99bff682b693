import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '~/components/Field'
import { EmptyState, Notice } from '~/components/Notice'
import { nextCount, ROWS_A_PAGE, shownCount, withParams } from '~/features/claims/boothAddress'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { PersonTable } from '~/features/people/PersonTable'
import { peoplePaths } from '~/features/people/peoplePaths'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { tablePerson } from '~/services/peoplePages.server'

const MAX_SEARCH = 100

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    const { services, actor } = args.context
    const searchParams = new URL(args.request.url).searchParams
    const words = (searchParams.get('q') ?? '').slice(0, MAX_SEARCH)
    const found = await services.people.listPeople(actor, { fairId: fair.id, search: words })
    return {
      title: titled(t('people:list.title')),
      fair,
      words,
      found: found.length,
      people: found.slice(0, shownCount(searchParams)).map(tablePerson),
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function PeoplePage() {
  const { fair, words, found, people } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const [params] = useSearchParams()
  const paths = peoplePaths(useLang(), fair.id)
  const add = (
    <a className="button button--primary" href={paths.newPerson}>
      {t('list.add')}
    </a>
  )
  const nobody = found === 0 && words === ''
  return (
    <OrganiserShell
      fair={fair}
      section="people"
      title={t('list.title')}
      lead={t('list.lead')}
      actions={nobody ? undefined : add}
    >
      <div className="stack">
        {params.has('erased') && <Notice kind="success">{t('detail.erase.done')}</Notice>}
        {nobody ? (
          <EmptyState title={t('list.empty.title')} action={add}>
            {t('list.empty.text')}
          </EmptyState>
        ) : (
          <>
            <Form method="get" className="search-line" reloadDocument>
              <Field
                name="q"
                type="search"
                label={t('list.search')}
                defaultValue={words}
                maxLength={MAX_SEARCH}
                autoComplete="off"
              />
              <button type="submit" className="button">
                {t('list.apply')}
              </button>
              {words !== '' && (
                <a className="button button--quiet" href="?">
                  {t('list.clear')}
                </a>
              )}
            </Form>
            <p className="booth-facts__soft" role="status">
              {t('list.found', { count: found })}
            </p>
            {found === 0 ? (
              <EmptyState title={t('list.nothing.title')}>{t('list.nothing.text')}</EmptyState>
            ) : (
              <PersonTable people={people} hrefOf={paths.person} exhibitorHref={paths.exhibitor} />
            )}
          </>
        )}
        {found > people.length && (
          <p>
            <Link
              className="button button--small"
              to={withParams(params, { show: nextCount(params) })}
              preventScrollReset
              replace
            >
              {t('list.more', { count: Math.min(ROWS_A_PAGE, found - people.length) })}
            </Link>
          </p>
        )}
      </div>
    </OrganiserShell>
  )
}
