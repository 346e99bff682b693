import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '~/components/PageShell'
import { CalendarFeed } from '~/features/stars/CalendarFeed'
import { MyDays } from '~/features/stars/MyDays'
import { StarForm } from '~/features/stars/StarForm'
import { starPaths } from '~/features/stars/starPaths'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { readMyProgramme } from '~/services/myProgramme.server'
import { formOf, param, textOf, wordsOf } from '~/services/page.server'
import { actOnFeed } from '~/services/stars.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['stars'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const { lang, t, format, visit, release, page } = await readMyProgramme(args)
  const { fair, mine } = visit
  const name = format.text(fair.name)
  return answerPage(context, {
    fair: { id: fair.id as string, timeZone: fair.timeZone, ...frameOf(fair) },
    stars: {
      accountId: context.actor.accountId,
      talkIds: mine?.stars.map(({ talkId }) => talkId) ?? [],
    },
    kept: mine && {
      stars: mine.stars.map(({ talkId, at }) => [talkId, at.getTime()] as const),
      signups: mine.signups,
    },
    page,
    feed: { publicUrl: context.publicUrl, token: mine?.feedToken ?? null },
    release: { number: release.number, moment: format.instant(release.publishedAt, fair.timeZone) },
    meta: [
      ...pageMeta({
        lang,
        publicUrl: context.publicUrl,
        titles: [t('stars:my.title'), name],
        description: t('stars:my.description', { fair: name }),
        path: `/fairs/${fair.slug}/my-programme`,
      }),
      { name: 'robots', content: 'noindex' },
    ],
  })
}

/** The account's calendar feed; a visitor's script talks to the stars' own address. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  return await orErrorPage(async () => {
    const { lang } = wordsOf(params)
    const slug = param(params, 'slug')
    await actOnFeed(context, slug, textOf(form, 'intent'))
    return redirect(`${starPaths(lang, slug).mine}#my-feed`, 303)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function MyProgrammePage() {
  const { fair, stars, kept, page, feed, release } = useLoaderData<typeof loader>()
  const { t } = useTranslation('stars')
  const lang = useLang()
  const signIn = `/${lang}/sign-in?${new URLSearchParams({ return_to: starPaths(lang, fair.slug).mine })}`
  return (
    <FairFrame fair={fair} section="programme" crumbs={[{ name: t('my.title') }]}>
      <PageHead title={t('my.title')} lead={t('my.lead')} />
      <StarForm fair={fair} stars={stars} />
      <div className="stack stack--loose">
        <MyDays slug={fair.slug} mine={page} kept={kept} />
        {stars.accountId === null && (
          <p className="my__kept-here">
            {t('my.keptHere')} <a href={signIn}>{t('my.signIn')}</a>
          </p>
        )}
        <CalendarFeed slug={fair.slug} lang={lang} account={stars.accountId !== null} {...feed} />
        <p className="quiet">
          {t('my.release', release)} · {t('my.times', { zone: fair.timeZone })}
        </p>
      </div>
    </FairFrame>
  )
}
