import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BoothSheet } from '~/features/visit/BoothSheet'
import { boothPage } from '~/features/visit/boothPage'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { answerPage, pageHeaders, readPublished } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['visit'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { lang, t, format, fair, published } = await readPublished(args)
  const page = boothPage(published, args.params.boothId ?? '', format)
  if (!page) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  const name = format.text(fair.name)
  const { number } = page.booth
  return answerPage(args.context, {
    fair: { id: fair.id as string, ...frameOf(fair) },
    mayClaim: fair.reader.exhibitor || fair.reader.mayJoin,
    page,
    meta: pageMeta({
      lang,
      publicUrl: args.context.publicUrl,
      titles: [t('visit:booth.title', { number }), name],
      description: t('visit:booth.description', { number, fair: name }),
      path: `/fairs/${fair.slug}/booths/${page.booth.id}`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function BoothPage() {
  const { fair, mayClaim, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('visit')
  return (
    <FairFrame fair={fair} section="plan" crumbs={[{ name: t('booth.title', { number: page.booth.number }) }]}>
      <BoothSheet fair={fair} page={page} mayClaim={mayClaim} />
    </FairFrame>
  )
}
