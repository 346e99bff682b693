import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import type { ClaimId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { Answer } from '~/components/Answer'
import { EmptyState, FailureNotice, Notice } from '~/components/Notice'
import { PageHead } from '~/components/PageShell'
import { ClaimHistory } from '~/features/claims/ClaimHistory'
import { MyBoothSection } from '~/features/claims/MyBoothSection'
import { OrganiserContact } from '~/features/claims/OrganiserContact'
import { useLiveBooths } from '~/features/claims/useLiveBooths'
import { ExhibitorFrame } from '~/features/exhibitors/ExhibitorFrame'
import { exhibitorPaths } from '~/features/exhibitors/exhibitorPaths'
import { useFormat } from '~/lib/format'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readDeskPage, sectorChoices } from '~/services/exhibitorPages.server'
import { readMyBooths } from '~/services/myBoothPage.server'
import { formOf, keyOf, newFormKey, pageTitle, param, signInPath, textOf, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const url = new URL(request.url)
    const page = await readDeskPage(context, param(params, 'slug'), url.searchParams)
    if (!page.acting) {
      const { reader } = page.desk
      throw redirect(reader.signedIn ? exhibitorPaths(lang, page.frame.slug).join : signInPath(lang, url.pathname))
    }
    const { fair, organisers } = page.desk
    return {
      title: pageTitle(t('claims:myBooth.title'), localise(fair.name, lang)),
      frame: page.frame,
      fair: { timeZone: fair.timeZone, holdHours: fair.holdHours },
      organisers,
      mine: await readMyBooths(context, page),
      sectors: sectorChoices(page.desk, lang),
      serverNow: context.now.toISOString(),
      formKey: newFormKey(),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const intent = textOf(form, 'intent')
  const { services, actor } = context
  const result = await orFailure(async () => {
    const { desk, acting } = await readDeskPage(context, param(params, 'slug'), new URL(request.url).searchParams)
    const fairId = desk.fair.id
    if (intent === 'withdraw') {
      const claimId = textOf(form, 'claimId')
      const { claim } = await services.claims.withdrawClaim(actor, {
        fairId,
        claimId: claimId as ClaimId,
        key: keyOf(form, intent, claimId),
      })
      return { did: 'withdrawn' as const, number: claim.boothNumber }
    }
    if (intent !== 'claim') throw new AppError('BAD_REQUEST', { detail: 'neither claim nor withdraw' })
    const boothId = textOf(form, 'boothId')
    const { claim } = await services.claims.claimBooth(actor, {
      fairId,
      boothId,
      exhibitorId: acting?.id,
      key: keyOf(form, intent, boothId),
    })
    return { did: 'claimedNow' as const, number: claim.boothNumber }
  })
  return result.ok ? result : data(result, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function MyBoothPage() {
  const { frame, fair, organisers, mine, sectors, serverNow, formKey } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation('claims')
  const format = useFormat()
  const lang = useLang()
  const { revalidate } = useRevalidator()
  const failure = result && !result.ok ? result : null
  const watched = useMemo(() => (mine?.booths ?? []).flatMap(({ booth }) => booth ?? []), [mine])
  useLiveBooths(
    frame.fairId,
    watched,
    useMemo(() => watched.map(({ id }) => id), [watched]),
  )

  const as = frame.exhibitors.length > 1 ? frame.acting?.id : undefined
  const paths = exhibitorPaths(lang, frame.slug, as)
  const sectorsById = useMemo(() => new Map(sectors.map((sector) => [sector.id, sector])), [sectors])
  const count = mine?.booths.length ?? 0
  const title = t(count > 1 ? 'myBooth.titleSeveral' : 'myBooth.title')
  return (
    <ExhibitorFrame frame={frame} section="myBooth" title={title}>
      <PageHead title={title} eyebrow={frame.acting?.name} />
      <div className="stack stack--loose">
        <Answer to={result}>
          <FailureNotice failure={failure} />
          {result?.ok && (
            <Notice kind="success">{t(`myBooth.${result.value.did}`, { number: result.value.number })}</Notice>
          )}
        </Answer>
        {mine === null && <EmptyState title={t('choose.unpublished.title')}>{t('choose.unpublished.text')}</EmptyState>}
        {mine && count === 0 && (
          <EmptyState
            title={t('myBooth.none.title')}
            action={
              <a className="button button--primary" href={paths.claim}>
                {t('myBooth.none.action')}
              </a>
            }
          >
            {t('myBooth.none.text')}
          </EmptyState>
        )}
        {mine?.booths.map(({ claim, booth }) => (
          <MyBoothSection
            key={claim.claimId}
            claim={claim}
            booth={booth}
            hall={mine.halls.find(({ id }) => id === booth?.hallId) ?? null}
            sectors={sectorsById}
            timeZone={fair.timeZone}
            serverNow={serverNow}
            formKey={formKey}
            holdHours={fair.holdHours}
            profileHref={paths.profile}
            publicHref={claim.state === 'confirmed' && booth ? visitPaths(lang, frame.slug).booth(claim.boothId) : null}
            onOver={revalidate}
          />
        ))}
        {mine && count > 0 && count < mine.limit && (
          <p>
            {t('myBooth.another', { count: mine.limit - count })}
            <a href={paths.claim}>{t('myBooth.anotherLink')}</a>
          </p>
        )}
        <div className="columns">
          {mine && <ClaimHistory lines={mine.history} timeZone={fair.timeZone} />}
          <OrganiserContact fair={format.text(frame.name)} organisers={organisers} />
        </div>
      </div>
    </ExhibitorFrame>
  )
}
