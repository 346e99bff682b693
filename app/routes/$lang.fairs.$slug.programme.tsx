import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StarForm } from '~/features/stars/StarForm'
import { FairFrame } from '~/features/visit/FairFrame'
import { frameOf } from '~/features/visit/fairFrame'
import { NoProgramme } from '~/features/visitProgramme/NoProgramme'
import { ProgrammeRoom } from '~/features/visitProgramme/ProgrammeRoom'
import { programmePage } from '~/features/visitProgramme/programmePage'
import { readProgrammeQuery } from '~/features/visitProgramme/programmeQuery'
import { TakeAlong } from '~/features/visitProgramme/TakeAlong'
import type { PageHandle } from '~/lib/page'
import { pageMeta } from '~/lib/pageMeta'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { readProgramme } from '~/services/programme.server'
import { readStars } from '~/services/stars.server'
import { answerPage, pageHeaders } from '~/services/visit.server'

export const handle: PageHandle = { hydrate: false, islands: ['programme', 'stars'] }
export const headers = pageHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const { lang, t, format, fair, published } = await readProgramme(args)
  const query = readProgrammeQuery(new URL(request.url).searchParams)
  const name = format.text(fair.name)
  const { number, publishedAt } = published.release
  return answerPage(context, {
    fair: { id: fair.id as string, timeZone: fair.timeZone, organiser: fair.reader.organiser, ...frameOf(fair) },
    query,
    page: programmePage(published, query, { ...fair, now: context.now }, { format, t }),
    stars: await readStars(context, fair.id),
    publicUrl: context.publicUrl,
    release: { number, publishedAt: format.instant(publishedAt, fair.timeZone) },
    open: { proposals: fair.proposalsOpen, vote: fair.votingOpen },
    meta: pageMeta({
      lang,
      publicUrl: context.publicUrl,
      titles: [t('programme:title'), name],
      description: t('programme:description', { fair: name }),
      path: `/fairs/${fair.slug}/programme`,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function ProgrammePage() {
  const { fair, query, page, stars, publicUrl, release, open } = useLoaderData<typeof loader>()
  const { t } = useTranslation('programme')
  const paths = visitPaths(useLang(), fair.slug)
  return (
    <FairFrame fair={fair} section="programme" wide>
      {page && <StarForm fair={fair} stars={stars} />}
      <div className="programme-page">
        <div className="programme-head">
          <h1>{t('title')}</h1>
          {page && (
            <a className="button button--small" href={paths.myProgramme}>
              {t('mine')}
            </a>
          )}
        </div>
        {page ? (
          <>
            <ProgrammeRoom fair={fair} page={page} query={query} starred={new Set(stars.talkIds)} />
            <TakeAlong slug={fair.slug} publicUrl={publicUrl} release={release} open={open} />
          </>
        ) : (
          <NoProgramme fair={fair} />
        )}
      </div>
    </FairFrame>
  )
}
