import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StarForm } from '~/features/stars/StarForm'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { SpeakerSheet } from '~/features/visitProgramme/SpeakerSheet'
import { speakerPage } from '~/features/visitProgramme/speakersPage'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { readTalks } from '~/services/programme.server'
import { readStars } from '~/services/stars.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['stars'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  const { lang, t, format, fair, published } = await readTalks(args)
  const page = speakerPage(published, params.personId ?? '', fair, { format, t })
  if (!page) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  const name = format.text(fair.name)
  return answerPage(context, {
    fair: { id: fair.id as string, ...frameOf(fair) },
    page,
    stars: await readStars(context, fair.id),
    meta: pageMeta({
      lang,
      publicUrl: context.publicUrl,
      titles: [page.name, name],
      description: t('programme:speaker.description', { name: page.name, fair: name }),
      path: `/fairs/${fair.slug}/speakers/${page.id}`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function SpeakerPage() {
  const { fair, page, stars } = useLoaderData<typeof loader>()
  const { t } = useTranslation('programme')
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <FairFrame
      fair={fair}
      section="programme"
      crumbs={[{ name: t('speakers.title'), href: paths.speakers }, { name: page.name }]}
    >
      <StarForm fair={fair} stars={stars} />
      <SpeakerSheet fair={fair} page={page} starred={new Set(stars.talkIds)} />
    </FairFrame>
  )
}
