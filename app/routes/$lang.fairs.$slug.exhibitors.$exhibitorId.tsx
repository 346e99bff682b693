import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ExhibitorProfile } from '~/features/visit/ExhibitorProfile'
import { exhibitorPage } from '~/features/visit/exhibitorPage'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { talkLines } from '~/features/visitProgramme/talkLines'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { orErrorPage } from '~/services/answer.server'
import { answerPage, pageHeaders, readingOf, slugOf } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['visit'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  const { lang, t, format } = readingOf(params)
  const { fair, published, exhibitor, speakers } = await orErrorPage(() =>
    context.services.visit.visitExhibitor(context.actor, { ...slugOf(args), exhibitorId: params.exhibitorId ?? '' }),
  )
  const page = published && exhibitorPage(exhibitor, published, format)
  if (!page) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  const theirs = new Set([...speakers.values()].filter((one) => one.exhibitorId === exhibitor.id).map(({ id }) => id))
  const name = format.text(fair.name)
  return answerPage(context, {
    fair: { id: fair.id as string, ...frameOf(fair) },
    page,
    talks: talkLines({ ...published, speakers }, fair.timeZone, { format, t }, ({ speakerIds }) =>
      speakerIds.some((id) => theirs.has(id)),
    ),
    meta: pageMeta({
      lang,
      publicUrl: context.publicUrl,
      titles: [page.name, name],
      description:
        page.description?.text.slice(0, 200) ?? t('visit:exhibitor.description', { exhibitor: page.name, fair: name }),
      path: `/fairs/${fair.slug}/exhibitors/${page.id}`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function ExhibitorPage() {
  const { fair, page, talks } = useLoaderData<typeof loader>()
  return (
    <FairFrame fair={fair} section="exhibitors" crumbs={[{ name: page.name }]}>
      <ExhibitorProfile fair={fair} page={page} talks={talks} />
    </FairFrame>
  )
}
