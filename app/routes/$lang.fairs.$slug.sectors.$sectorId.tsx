import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { SectorSheet } from '~/features/visit/SectorSheet'
import { sectorPage } from '~/features/visit/sectorPage'
import { talkLines } from '~/features/visitProgramme/talkLines'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { readTalks } from '~/services/programme.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['visit'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { lang, t, format, fair, published } = await readTalks(args)
  const page = sectorPage(published, args.params.sectorId ?? '', format)
  if (!page) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  const name = format.text(fair.name)
  const sector = page.sector.name
  return answerPage(args.context, {
    fair: { id: fair.id as string, ...frameOf(fair) },
    page,
    talks: talkLines(published, fair.timeZone, { format, t }, ({ sectorId }) => sectorId === page.sector.id),
    meta: pageMeta({
      lang,
      publicUrl: args.context.publicUrl,
      titles: [sector, name],
      description: t('visit:sector.description', { sector, fair: name }),
      path: `/fairs/${fair.slug}/sectors/${page.sector.id}`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function SectorPage() {
  const { fair, page, talks } = useLoaderData<typeof loader>()
  return (
    <FairFrame fair={fair} section="sectors" crumbs={[{ name: page.sector.name }]}>
      <SectorSheet fair={fair} page={page} talks={talks} />
    </FairFrame>
  )
}
