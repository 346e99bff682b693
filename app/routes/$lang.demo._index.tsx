import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageHead, PageShell } from '~/components/PageShell'
import { DemoPersons } from '~/features/demo/DemoPersons'
import type { PageHandle } from '~/lib/page'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, wordsOf } from '~/services/page.server'

export const handle: PageHandle = { hydrate: false }

/** 404 outside demo mode. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t } = wordsOf(params)
    const persons = await context.services.accounts.listDemoPersons()
    return { title: pageTitle(t('demo:title')), persons, isDemoPerson: context.actor.demo }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

export default function DemoPage() {
  const { persons, isDemoPerson } = useLoaderData<typeof loader>()
  const { t } = useTranslation('demo')
  const lang = useLang()
  return (
    <PageShell>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack stack--loose">
        <div className="columns demo-roles">
          <DemoPersons as="organiser" persons={persons.filter((person) => person.role === 'organiser')} />
          <DemoPersons as="exhibitor" persons={persons.filter((person) => person.role === 'exhibitor')} />
          <section className="card">
            <h2>{t('visitor.title')}</h2>
            <p>{t('visitor.lead')}</p>
            <p>
              <a className="button button--primary button--wide" href={`/${lang}`}>
                {t('visitor.enter')}
              </a>
            </p>
          </section>
        </div>
        {isDemoPerson && (
          <p>
            <a href={`/${lang}/demo/mails`}>{t('mails.link')}</a>
          </p>
        )}
      </div>
    </PageShell>
  )
}
