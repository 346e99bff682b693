import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { FairCard } from '~/features/fairs/FairCard'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, wordsOf } from '~/services/page.server'
import { requireSignedIn } from '~/services/signedIn.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    requireSignedIn(context, request, lang)
    const fairs = await context.services.fairs.listMyFairs(context.actor)
    return { title: pageTitle(t('fairs:list.title')), fairs, mayCreate: !context.actor.demo }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

export default function MyFairsPage() {
  const { fairs, mayCreate } = useLoaderData<typeof loader>()
  const { t } = useTranslation('fairs')
  const lang = useLang()
  const organised = fairs.filter((fair) => fair.role !== 'exhibitor' && !fair.archived)
  const exhibiting = fairs.filter((fair) => fair.role === 'exhibitor' && !fair.archived)
  const archived = fairs.filter((fair) => fair.role !== 'exhibitor' && fair.archived)
  const newFair = mayCreate && (
    <a className="button button--primary" href={`/${lang}/organise/new`}>
      {t('list.new')}
    </a>
  )
  return (
    <PageShell>
      <PageHead title={t('list.title')} actions={organised.length > 0 && newFair} />
      <div className="stack stack--loose">
        {organised.length === 0 ? (
          <EmptyState title={t('list.empty')} action={newFair}>
            {t('list.emptyHint')}
          </EmptyState>
        ) : (
          <ul className="cards">
            {organised.map((fair) => (
              <FairCard key={fair.id} fair={fair} heading="h2" />
            ))}
          </ul>
        )}
        {exhibiting.length > 0 && (
          <section className="stack">
            <h2>{t('list.exhibiting')}</h2>
            <ul className="cards">
              {exhibiting.map((fair) => (
                <FairCard key={fair.id} fair={fair} heading="h3" />
              ))}
            </ul>
          </section>
        )}
        {archived.length > 0 && (
          <details>
            <summary className="disclosure">
              {t('list.archived')} ({archived.length})
            </summary>
            <ul className="cards">
              {archived.map((fair) => (
                <FairCard key={fair.id} fair={fair} heading="h2" />
              ))}
            </ul>
          </details>
        )}
      </div>
    </PageShell>
  )
}
