import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wallTimeOf } from '#shared/fairs/timeZone'
import { ScreenView } from '~/features/visitProgramme/ScreenView'
import { screenPage } from '~/features/visitProgramme/screenPage'
import type { PageHandle } from '~/lib/page'
import { readTalks } from '~/services/programme.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['screen'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const { t, format, fair, published } = await readTalks(args)
  const page = screenPage(published, new URL(request.url).searchParams, fair, context.now, { format, t })
  if (!page) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  return answerPage(context, {
    fair: { id: fair.id as string, name: fair.name, timeZone: fair.timeZone },
    page,
    time: wallTimeOf(context.now, fair.timeZone).time,
    title: [t('programme:screen.title'), format.text(fair.name)].join(' · '),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Beursvloer' },
  { name: 'robots', content: 'noindex' },
]

export default function ScreenPage() {
  const { fair, page, time } = useLoaderData<typeof loader>()
  return <ScreenView fair={fair} page={page} time={time} />
}
