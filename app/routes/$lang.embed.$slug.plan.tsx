import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { EmbedFrame } from '~/features/visit/EmbedFrame'
import { readTheme } from '~/features/visit/embedTheme'
import { PlanRoom } from '~/features/visit/PlanRoom'
import { planPage } from '~/features/visit/planPage'
import { readPlanQuery } from '~/features/visit/planQuery'
import type { PageHandle } from '~/lib/page'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { answerPage, pageHeaders, readPublished } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['visit', 'embed'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const { lang, t, format, fair, published } = await readPublished(args)
  const params = new URL(request.url).searchParams
  const query = readPlanQuery(params)
  return answerPage(context, {
    fair: { id: fair.id as string, slug: fair.slug },
    title: t('programme:embed.plan', { fair: format.text(fair.name) }),
    full: { href: visitPaths(lang, fair.slug).plan(), site: new URL(context.publicUrl).host },
    theme: readTheme(params),
    query,
    page: planPage(published, query, format),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Beursvloer' },
  { name: 'robots', content: 'noindex' },
]

export default function EmbeddedPlan() {
  const { fair, title, full, theme, query, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('programme')
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <EmbedFrame title={title} full={full} theme={theme}>
      {page ? (
        <PlanRoom
          fair={{ ...fair, programme: false }}
          page={page}
          query={query}
          action={paths.embed('plan', { theme })}
        />
      ) : (
        <EmptyState title={t('embed.nothing')} />
      )}
    </EmbedFrame>
  )
}
