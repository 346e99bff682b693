import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { OverviewAside } from '~/features/fairs/OverviewAside'
import { OverviewFigures } from '~/features/fairs/OverviewFigures'
import { SetupSteps } from '~/features/fairs/SetupSteps'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    const { services, actor } = args.context
    const overview = await services.fairs.fairOverview(actor, { fairId: fair.id })
    return { title: titled(t('fairs:nav.overview')), fair, overview }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

export default function OverviewPage() {
  const { fair, overview } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { t } = useTranslation('fairs')
  const format = useFormat()
  const lang = useLang()
  const organise = `/${lang}/organise/${fair.id}`
  return (
    <OrganiserShell
      fair={fair}
      section="overview"
      title={format.text(fair.name)}
      lead={`${format.days(fair.startsOn, fair.endsOn)} · ${fair.venueName}`}
      openClaims={overview.openClaims}
      actions={
        <>
          {overview.openClaims > 0 && (
            <a className="button" href={`${organise}/claims`}>
              {t('overview.answer', { count: overview.openClaims })}
            </a>
          )}
          <a className="button button--primary" href={`${organise}/plan`}>
            {t('overview.openPlan')}
          </a>
        </>
      }
    >
      {search.has('created') && <Notice kind="success">{t('overview.created')}</Notice>}
      <div className="with-aside">
        <div className="stack stack--loose">
          {fair.archivedAt === null && (
            <section className="stack">
              <h2>{t('overview.next')}</h2>
              <SetupSteps fairId={fair.id} setup={overview.setup} />
            </section>
          )}
          <OverviewFigures overview={overview} />
        </div>
        <OverviewAside fair={fair} overview={overview} organise={organise} />
      </div>
    </OrganiserShell>
  )
}
