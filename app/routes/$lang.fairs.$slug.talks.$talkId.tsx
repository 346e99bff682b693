import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SignupBox } from '~/features/signups/SignupBox'
import { StarForm } from '~/features/stars/StarForm'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { talkJsonLd } from '~/features/visitProgramme/jsonLd'
import { TalkSheet } from '~/features/visitProgramme/TalkSheet'
import { talkPage } from '~/features/visitProgramme/talkPage'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { readTalks } from '~/services/programme.server'
import { readSignup } from '~/services/signups.server'
import { readStars } from '~/services/stars.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['visit', 'stars'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  const { lang, t, format, fair, published } = await readTalks(args)
  const page = talkPage(published, params.talkId ?? '', fair, context.now, { format, t })
  if (!page) throw data({ code: 'NOT_FOUND' }, { status: 404 })
  const name = format.text(fair.name)
  const [first] = page.times
  return answerPage(context, {
    fair: { id: fair.id as string, ...frameOf(fair) },
    page,
    stars: await readStars(context, fair.id),
    signup: await readSignup(args, fair.id, page.id),
    meta: [
      ...pageMeta({
        lang,
        publicUrl: context.publicUrl,
        titles: [page.title, name],
        description: t('programme:talk.description', {
          title: page.title,
          when: first ? `${first.day}, ${first.from}` : t('programme:talk.noTime'),
          where: first?.stage ?? fair.venueName,
          fair: name,
        }),
        path: `/fairs/${fair.slug}/talks/${page.id}`,
      }),
      ...talkJsonLd(page, fair, lang, context.publicUrl).map((event) => ({ 'script:ld+json': event as never })),
    ],
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function TalkPage() {
  const { fair, page, stars, signup } = useLoaderData<typeof loader>()
  return (
    <FairFrame fair={fair} section="programme" crumbs={[{ name: page.title }]}>
      <StarForm fair={fair} stars={stars} />
      <TalkSheet
        fair={fair}
        page={page}
        starred={new Set(stars.talkIds)}
        signUp={signup && <SignupBox slug={fair.slug} {...signup} />}
      />
    </FairFrame>
  )
}
