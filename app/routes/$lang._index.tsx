import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { FairCards } from '~/features/visit/FairCards'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { answerPage, pageHeaders, readingOf } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false }
export const headers = pageHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { lang, t } = readingOf(params)
  const fairs = await orErrorPage(() => context.services.visit.listPublicFairs(context.actor))
  return answerPage(context, {
    ...fairs,
    meta: pageMeta({
      lang,
      publicUrl: context.publicUrl,
      titles: [t('visit:fairs.title')],
      description: t('visit:fairs.description'),
      path: '',
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function FairsPage() {
  const { upcoming, past } = useLoaderData<typeof loader>()
  const { t } = useTranslation('visit')
  const lang = useLang()
  return (
    <PageShell>
      <PageHead title={t('fairs.title')} lead={t('fairs.lead')} />
      {upcoming.length + past.length === 0 ? (
        <EmptyState
          title={t('fairs.empty.title')}
          action={
            <a className="button" href={`/${lang}/organise`}>
              {t('fairs.empty.organise')}
            </a>
          }
        >
          {t('fairs.empty.text')}
        </EmptyState>
      ) : (
        <div className="stack stack--loose">
          <section className="stack" aria-labelledby="upcoming">
            <h2 id="upcoming">{t('fairs.upcoming')}</h2>
            {upcoming.length > 0 ? (
              <FairCards fairs={upcoming} />
            ) : (
              <p className="quiet">{t('fairs.nothingUpcoming')}</p>
            )}
          </section>
          {past.length > 0 && (
            <section className="stack" aria-labelledby="past">
              <h2 id="past">{t('fairs.past')}</h2>
              <FairCards fairs={past} />
            </section>
          )}
        </div>
      )}
    </PageShell>
  )
}
