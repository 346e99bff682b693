import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { localise } from '#shared/kernel/language'
import { Answer } from '~/components/Answer'
import { EmptyState, Notice } from '~/components/Notice'
import { PageHead } from '~/components/PageShell'
import { ClaimDesk } from '~/features/claims/ClaimDesk'
import { GuestNotice } from '~/features/claims/GuestNotice'
import { ExhibitorFrame } from '~/features/exhibitors/ExhibitorFrame'
import { exhibitorPaths } from '~/features/exhibitors/exhibitorPaths'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readDeskData } from '~/services/claimPage.server'
import { readDeskPage } from '~/services/exhibitorPages.server'
import { formOf, keyOf, newFormKey, pageTitle, param, textOf, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const search = new URL(request.url).searchParams
    const page = await readDeskPage(context, param(params, 'slug'), search)
    const { fair, reader } = page.desk
    return {
      title: pageTitle(t('claims:choose.title'), localise(fair.name, lang)),
      frame: page.frame,
      guest: page.acting ? null : { ...reader, closed: !fair.openForExhibitors },
      desk: await readDeskData(context, page, lang),
      welcome: search.has('welcome'),
      serverNow: context.now.toISOString(),
      formKey: newFormKey(),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const boothId = textOf(form, 'boothId')
  const intent = textOf(form, 'intent')
  const result = await orFailure(async () => {
    const { services, actor } = context
    const page = await readDeskPage(context, param(params, 'slug'), new URL(request.url).searchParams)
    if (intent !== 'hold' && intent !== 'claim') throw new AppError('BAD_REQUEST', { detail: 'neither hold nor claim' })
    const take = intent === 'hold' ? services.claims.holdBooth : services.claims.claimBooth
    const { claim } = await take(actor, {
      fairId: page.desk.fair.id,
      boothId,
      exhibitorId: page.acting?.id,
      key: keyOf(form, intent, boothId),
    })
    return { state: claim.state, number: claim.boothNumber }
  })
  return result.ok ? result : data({ ...result, boothId }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

/** Filters and picks live in the address and need nothing new from the server. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) =>
  formMethod === undefined || formMethod === 'GET'
    ? currentUrl.pathname !== nextUrl.pathname ||
      currentUrl.searchParams.get('as') !== nextUrl.searchParams.get('as') ||
      currentUrl.search === nextUrl.search
    : defaultShouldRevalidate

export default function ClaimPage() {
  const { frame, guest, desk, welcome, serverNow, formKey } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation(['claims', 'exhibitors'])
  const lang = useLang()
  const { pathname, search } = useLocation()
  const failure = result && !result.ok ? result : null
  const paths = exhibitorPaths(lang, frame.slug, frame.exhibitors.length > 1 ? frame.acting?.id : undefined)
  const title = t('claims:choose.title')
  return (
    <ExhibitorFrame frame={frame} section="claim" title={title} wide>
      <PageHead title={title} lead={desk ? t('claims:choose.lead', { count: desk.fair.holdHours }) : undefined} />
      <div className="stack">
        {welcome && frame.acting && (
          <Notice kind="success">{t('exhibitors:join.welcome', { name: frame.acting.name })}</Notice>
        )}
        {result?.ok && (
          <Answer to={result}>
            <Notice kind="success">
              {t(result.value.state === 'held' ? 'claims:choose.done.held' : 'claims:choose.done.claimed', {
                number: result.value.number,
              })}
            </Notice>
          </Answer>
        )}
        {guest && <GuestNotice {...guest} frame={frame} returnTo={`${pathname}${search}`} />}
        {desk && frame.acting && <LimitLine limit={desk.limit} used={desk.own.length} />}
        {desk === null && (
          <EmptyState title={t('claims:choose.unpublished.title')}>{t('claims:choose.unpublished.text')}</EmptyState>
        )}
        {desk && desk.booths.length === 0 && (
          <EmptyState title={t('claims:choose.noBooths.title')}>{t('claims:choose.noBooths.text')}</EmptyState>
        )}
        {desk && desk.booths.length > 0 && (
          <ClaimDesk {...desk} formKey={formKey} serverNow={serverNow} myBoothHref={paths.myBooth} failure={failure} />
        )}
      </div>
    </ExhibitorFrame>
  )
}

function LimitLine({ limit, used }: { limit: number; used: number }) {
  const { t } = useTranslation('claims')
  return (
    <p className="limit-line">
      {used >= limit ? t('choose.full', { count: limit }) : t('choose.limit', { count: limit })}{' '}
      {used > 0 && used < limit && t('choose.used', { count: used })}
    </p>
  )
}
