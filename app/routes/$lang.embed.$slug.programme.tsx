import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { EmbedFrame } from '~/features/visit/EmbedFrame'
import { readTheme } from '~/features/visit/embedTheme'
import { ProgrammeRoom } from '~/features/visitProgramme/ProgrammeRoom'
import { programmePage } from '~/features/visitProgramme/programmePage'
import { readProgrammeQuery } from '~/features/visitProgramme/programmeQuery'
import type { PageHandle } from '~/lib/page'
import { visitPaths } from '~/lib/visitPaths'
import { readProgramme } from '~/services/programme.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['programme', 'embed'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const { lang, t, format, fair, published } = await readProgramme(args)
  const params = new URL(request.url).searchParams
  const query = readProgrammeQuery(params)
  return answerPage(context, {
    fair: { id: fair.id as string, slug: fair.slug, timeZone: fair.timeZone },
    title: t('programme:embed.programme', { fair: format.text(fair.name) }),
    full: { href: visitPaths(lang, fair.slug).programme(), site: new URL(context.publicUrl).host },
    theme: readTheme(params),
    query,
    page: programmePage(published, query, { ...fair, now: context.now }, { format, t }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Beursvloer' },
  { name: 'robots', content: 'noindex' },
]

export default function EmbeddedProgramme() {
  const { fair, title, full, theme, query, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('programme')
  return (
    <EmbedFrame title={title} full={full} theme={theme}>
      {page ? (
        <ProgrammeRoom fair={fair} page={page} query={query} starred={null} framed={{ theme }} />
      ) : (
        <EmptyState title={t('embed.nothing')} />
      )}
    </EmbedFrame>
  )
}
