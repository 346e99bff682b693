import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { Answer } from '~/components/Answer'
import { Field } from '~/components/Field'
import { EmptyState } from '~/components/Notice'
import { ActForForm } from '~/features/claims/ActForForm'
import { ActResult } from '~/features/claims/ActResult'
import { BlockedList } from '~/features/claims/BlockedList'
import { BlockForm } from '~/features/claims/BlockForm'
import { BoothPlan } from '~/features/claims/BoothPlan'
import { withParams } from '~/features/claims/boothAddress'
import { byNumber } from '~/features/claims/boothFilter'
import { ChangedNote, ClaimsQueuePanel } from '~/features/claims/ClaimsQueuePanel'
import { QueueTabs } from '~/features/claims/QueueTabs'
import { Trail } from '~/features/claims/Trail'
import { useChangedMeanwhile } from '~/features/claims/useChangedMeanwhile'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { actOnClaims } from '~/services/claimActs.server'
import { readClaimsPage } from '~/services/claimsPage.server'
import { formOf, newFormKey, pageTitle, param, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const fair = await context.services.fairs.getFair(context.actor, { fairId })
    return {
      title: pageTitle(t('claims:queue.title'), localise(fair.name, lang)),
      fair,
      page: await readClaimsPage(context, fairId, new URL(request.url).searchParams, lang),
      formKey: newFormKey(),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const result = await orFailure(async () => {
    const fairId = param(params, 'fairId') as FairId
    const { services, actor } = context
    const [exhibitors, { booths }, queue] = await Promise.all([
      services.exhibitors.listExhibitors(actor, { fairId }),
      services.booths.boothStatuses(actor, { fairId }),
      services.claims.claimsQueue(actor, { fairId }),
    ])
    const claims = [...queue.open, ...queue.held, ...queue.confirmed, ...queue.settled]
    return await actOnClaims(context, fairId, form, {
      exhibitor: (id) => exhibitors.find((exhibitor) => exhibitor.id === id)?.name ?? '',
      booth: (id) => booths.find((booth) => booth.id === id)?.number ?? '',
      claim: (id) => {
        const item = claims.find(({ claim }) => claim.id === id)
        return item && { exhibitor: item.exhibitor.name, number: item.claim.boothNumber }
      },
    })
  })
  return result.ok ? result : data(result, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ClaimsPage() {
  const { fair, page, formKey } = useLoaderData<typeof loader>()
  const { tab, words, counts, claims, booths, halls, exhibitors, blocked, trail, published } = page
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation('claims')
  const [search] = useSearchParams()
  const paths = organiserPaths(useLang(), fair.id)
  const failure = result && !result.ok ? result : null

  const { changed, statuses } = useChangedMeanwhile(fair.id, booths)
  const sectors = useMemo(() => new Map(page.sectors.map((sector) => [sector.id, sector])), [page.sectors])
  const free = useMemo(
    () => booths.filter(({ status }) => status === 'available').sort((a, b) => byNumber(a.number, b.number)),
    [booths],
  )
  const [move, setMove] = useState<{ claimId: string; boothId: string } | null>(null)
  const [picked, setPicked] = useState(search.get('booth') ?? '')
  const pickOnPlan = (boothId: string) => {
    const isFree = free.some(({ id }) => id === boothId)
    if (move && isFree) setMove({ ...move, boothId })
    else setPicked(boothId)
    if (!isFree) document.querySelector(`[data-row="${boothId}"]`)?.scrollIntoView({ block: 'center' })
  }
  const pickedHall = booths.find(({ id }) => id === (move?.boothId || picked))?.hallId

  return (
    <OrganiserShell
      fair={fair}
      section="claims"
      title={t('queue.title')}
      lead={t('queue.lead')}
      openClaims={counts.open}
      wide
    >
      <div className="stack">
        <Answer to={result} sticky>
          <ActResult act={result?.ok ? result.value : null} failure={failure} />
        </Answer>
        {changed && <ChangedNote />}
        <div className="queue">
          <div className="queue__main stack">
            <QueueTabs current={tab} counts={counts} />
            {tab === 'blocked' && <BlockedList blocked={blocked} timeZone={fair.timeZone} />}
            {tab === 'trail' && <Trail entries={trail} timeZone={fair.timeZone} />}
            {tab !== 'blocked' && tab !== 'trail' && (
              <>
                <Form method="get" className="search-line" preventScrollReset>
                  <input type="hidden" name="tab" value={tab} />
                  <Field
                    name="q"
                    type="search"
                    label={t('queue.search')}
                    defaultValue={words}
                    maxLength={100}
                    autoComplete="off"
                  />
                  <button type="submit" className="button">
                    {t('filters.apply')}
                  </button>
                </Form>
                <ClaimsQueuePanel
                  key={tab}
                  tab={tab}
                  items={claims}
                  search={words}
                  fairId={fair.id}
                  timeZone={fair.timeZone}
                  sectors={sectors}
                  free={free}
                  formKey={formKey}
                  published={published}
                  move={move}
                  onMove={setMove}
                />
              </>
            )}
          </div>
          <aside className="queue__aside stack" aria-label={t('queue.plan')}>
            {published ? (
              <BoothPlan
                halls={halls}
                hallId={search.get('hall') ?? pickedHall ?? ''}
                hallHref={(id) => withParams(search, { hall: id })}
                statuses={statuses}
                selected={[move?.boothId || picked].filter(Boolean)}
                onSelect={pickOnPlan}
              />
            ) : (
              <EmptyState
                title={t('choose.unpublished.title')}
                action={
                  <a className="button" href={paths.release}>
                    {t('queue.empty.publish')}
                  </a>
                }
              />
            )}
            {published && (
              <>
                <ActForForm
                  exhibitors={exhibitors}
                  free={free}
                  formKey={formKey}
                  booth={picked}
                  onBooth={setPicked}
                  exhibitorId={search.get('exhibitor') ?? ''}
                  addHref={paths.newExhibitor}
                />
                <BlockForm free={free} booth={picked} onBooth={setPicked} />
              </>
            )}
          </aside>
        </div>
      </div>
    </OrganiserShell>
  )
}
